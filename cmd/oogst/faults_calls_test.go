//go:build faults && linux

package main

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// traced are the system calls that change a disk, and what tells where.
var traced = []string{
	"open", "openat", "creat", "close", "lseek", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "fallocate", "writev", "pwritev", "copy_file_range", "sendfile",
	"rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "link", "linkat", "symlink", "symlinkat", "truncate", "dup", "dup2", "dup3",
}

// call is a system call that succeeded, below the folder that is looked at.
type call struct {
	name     string
	fd       int
	path, to string
	at       int64
	data     []byte
	truncate bool
	said     string // a line that the program told the world
}

var (
	finished = regexp.MustCompile(`^(\w+)\((.*)\) += (-?\d+)`)
	quoted   = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
)

// readCalls reads what strace wrote. Calls below base count, with paths as seen
// from there; those that it doesn't know are an error, so that none is missed.
func readCalls(trace, base string) (out []call, err error) {
	begun := map[string]string{} // by thread: what another thread interrupted
	tracked := map[int]bool{}
	for line := range strings.Lines(trace) {
		thread, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		rest = strings.TrimSpace(rest)
		if head, ok := strings.CutSuffix(rest, "<unfinished ...>"); ok {
			begun[thread] = head
			continue
		}
		if strings.HasPrefix(rest, "<... ") {
			_, tail, _ := strings.Cut(rest, " resumed>")
			rest = strings.TrimSpace(begun[thread]) + tail
			delete(begun, thread)
		}
		m := finished.FindStringSubmatch(rest)
		if m == nil {
			continue // a signal, an exit
		}
		result, err := strconv.Atoi(m[3])
		if err != nil || result < 0 {
			continue // it changed nothing
		}
		c, ok, err := parseCall(m[1], m[2], result, base)
		if err != nil {
			return nil, err
		}
		switch {
		case !ok:
		case c.name == "open":
			tracked[c.fd] = true
			out = append(out, c)
		case c.said != "":
			for said := range strings.Lines(c.said) {
				c.said = strings.TrimSuffix(said, "\n")
				out = append(out, c)
			}
		case tracked[c.fd] && strings.HasPrefix(c.name, "unknown"):
			return nil, fmt.Errorf("%s of a file: the simulator can't follow", c.name)
		case c.path != "" || tracked[c.fd]:
			out = append(out, c)
			tracked[c.fd] = tracked[c.fd] && c.name != "close"
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no call found in %d bytes", len(trace))
	}
	return out, nil
}

func parseCall(name, args string, result int, base string) (c call, ok bool, err error) {
	var strs []string
	for _, q := range quoted.FindAllStringSubmatch(args, -1) {
		b, err := hex.DecodeString(strings.ReplaceAll(q[1], `\x`, ""))
		if err != nil {
			return c, false, err
		}
		strs = append(strs, string(b))
	}
	fields := strings.Split(quoted.ReplaceAllString(args, ""), ",")
	number := func(i int) int64 {
		n, _ := strconv.ParseInt(strings.TrimSpace(fields[i]), 10, 64)
		return n
	}
	below := func(i int) string {
		path, ok := strings.CutPrefix(filepath.Clean(strs[i]), base+"/")
		if !ok {
			return ""
		}
		return path
	}
	c.fd = int(number(0))
	switch name {
	case "open", "openat", "creat":
		c = call{name: "open", fd: result, path: below(0), truncate: name == "creat" || strings.Contains(args, "O_TRUNC")}
		return c, c.path != "", nil
	case "close":
		c.name = "close"
	case "lseek":
		c.name, c.at = "seek", int64(result)
	case "write":
		c.name, c.data = "write", []byte(strs[0])[:result]
		if c.fd == 1 && bytes.HasSuffix(c.data, []byte("\n")) {
			c.said = string(c.data)
		}
	case "pwrite64":
		c.name, c.data, c.at = "pwrite", []byte(strs[0])[:result], number(3)
	case "ftruncate":
		c.name, c.at = "truncate", number(1)
	case "fsync", "fdatasync":
		c.name = "sync"
	case "rename", "renameat", "renameat2":
		c = call{name: "rename", path: below(0), to: below(1)}
	case "unlink", "unlinkat", "rmdir":
		c = call{name: "unlink", path: below(0)}
	case "mkdir", "mkdirat":
		c = call{name: "mkdir", path: below(0)}
	default:
		c.name, c.path = "unknown "+name, ""
	}
	return c, true, nil
}
