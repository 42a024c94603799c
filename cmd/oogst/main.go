// Command oogst captures what is said in a bestuurlijk overleg, per gemeente,
// and makes the workbook and the PDF of it. Without a command it opens the
// window; the commands do the same work without one.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// version is the program's, as FyneApp.toml and CHANGELOG.md have it.
const version = "0.1.0"

const program = text.Program + " " + version

// Exit codes.
const (
	done     = 0
	refused  = 1 // bad input; the reason is on stderr
	wrongUse = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run carries out a command line and gives the exit code. Data goes to out,
// words for people to words.
func run(args []string, out, words io.Writer) int {
	root, err := workspace.Root()
	if err != nil {
		fmt.Fprintln(words, sentence(err))
		return refused
	}
	c := rootCommand(&host{root: root, out: out, words: words})
	c.SetArgs(args)
	c.SetOut(out)
	c.SetErr(words)
	err = c.Execute()
	var usage *usageError
	switch {
	case err == nil:
		return done
	case errors.As(err, &usage):
		fmt.Fprintln(words, usage.Error())
		return wrongUse
	}
	fmt.Fprintln(words, sentence(err))
	return refused
}

// host is what every command works with.
type host struct {
	root       string // of the working stores
	out, words io.Writer
}

func (h *host) say(sentence string) { fmt.Fprintln(h.words, sentence) }

// usageError is a command line that doesn't fit its command.
type usageError struct {
	reason string
	use    string
}

func (e *usageError) Error() string { return text.WrongUse(e.reason, e.use) }

// exactly wants n arguments; more than that when open.
func exactly(n int, open bool) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == n || open && len(args) > n {
			return nil
		}
		return &usageError{text.WrongCount(n, len(args)), c.UseLine()}
	}
}

func rootCommand(h *host) *cobra.Command {
	root := &cobra.Command{
		Use:           "oogst [BESTAND]",
		Short:         text.AboutProgram,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
		Args:          cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{text.UnknownCommand(args[0]), c.UseLine()}
			}
			path := ""
			if len(args) == 1 {
				path = args[0]
			}
			return openWindow(h, path)
		},
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return &usageError{flagProblem(err), c.UseLine()}
	})
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetUsageFunc(usage)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		fmt.Fprintln(h.words, c.Short)
		_ = usage(c)
	})
	root.AddCommand(
		newCommand(h), exampleCommand(h), importCommand(h), exportCommand(h),
		mergeCommand(h), checkCommand(h), repairCommand(h), versionsCommand(h), restoreCommand(h), redactCommand(h), protectCommand(h), unprotectCommand(h), forgetCommand(h), eraseCommand(h), dumpCommand(h), logCommand(h), paperCommand(h),
	)
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	for _, c := range append(root.Commands(), root) {
		c.DisableFlagsInUseLine = true
		c.Flags().BoolP("help", "h", false, text.FlagHelp)
	}
	root.Flags().BoolP("version", "v", false, text.FlagVersion)
	return root
}

// flagProblem says what is wrong with an option.
func flagProblem(err error) string {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown):
		return text.UnknownFlag(unknown.GetSpecifiedName())
	case errors.As(err, &empty):
		return text.FlagNeedsValue(empty.GetSpecifiedName())
	}
	return text.BadFlag
}

// usage explains a command in Dutch; cobra's own words are English.
func usage(c *cobra.Command) error {
	var commands [][2]string
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			commands = append(commands, [2]string{sub.Name(), sub.Short})
		}
	}
	_, err := fmt.Fprint(c.ErrOrStderr(), text.Usage(c.UseLine(), commands, c.LocalFlags().FlagUsages()))
	return err
}
