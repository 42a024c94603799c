//go:build faults && linux

package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// use is what a program holds.
type use struct{ kB, files, threads int }

func useOf(pid int) (u use, err error) {
	files, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		return u, err
	}
	u.files = len(files)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(status)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		to := map[string]*int{"VmRSS": &u.kB, "Threads": &u.threads}[name]
		if number := strings.Fields(value); to != nil && len(number) > 0 {
			*to, err = strconv.Atoi(number[0])
		}
	}
	return u, err
}

// TestFaultsSoak is a meeting that doesn't end: lines upon lines, published all
// the time with a second copy beside it and versions kept. What the program
// holds grows by the lines, and by nothing else.
func TestFaultsSoak(t *testing.T) {
	lines, perSave := times(1500, 10_000), 10
	m := newMachine(t)
	id := m.fresh(t)
	c := m.start("desk", nil, m.session())
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	f := facilitator{give: in, hear: bufio.NewReader(out)}
	f.told()
	f.types(sayCopy, saidCopied)
	rng := chance(t, 0)
	var marks []use
	for i := 1; i <= lines; i++ {
		if _, ok := f.types(aLine(rng, i), saidStored); !ok {
			t.Fatalf("line %d: %q", i, f.book.refused)
		}
		if i%perSave == 0 {
			f.types(saySave, saidPublished)
		}
		if i%(lines/5) == 0 {
			now, err := useOf(c.Process.Pid)
			if err != nil {
				t.Fatal(err)
			}
			marks = append(marks, now)
		}
	}
	in.Close()
	for !f.gone {
		f.told()
	}
	if err := c.Wait(); err != nil || len(f.book.refused) > 0 {
		t.Errorf("it ended with %v; refused: %q", err, f.book.refused)
	}
	t.Logf("%d lines, %d publications with a second copy; memory, files and threads: %v", lines, lines/perSave, marks)
	first, last := marks[0], marks[len(marks)-1]
	const some = 8 // threads that Go makes while a disk lets it wait; one a publication would be 150
	if last.files > first.files || last.threads > first.threads+some {
		t.Errorf("files and threads grow: %v", marks)
	}
	const perLine = 24 // kB: the operations, and their like while a file is made of them
	if grown := last.kB - first.kB; grown > perLine*(lines-lines/5) {
		t.Errorf("memory grows by %d kB a line: %v", grown/(lines-lines/5), marks)
	}
	if err := m.after(id, &f); err != nil {
		t.Error(err)
	}
}
