package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Before is the text up to the cursor, as far as it may be completed: none while
// the cursor is inside a word.
func (l *LineEntry) Before() string {
	before := l.input.beforeCursor()
	if next, _ := utf8.DecodeRuneInString(l.input.Text[min(len(before), len(l.input.Text)):]); unicode.IsLetter(next) {
		return ""
	}
	return before
}

func lastWord(text string) string {
	i := strings.LastIndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return text
	}
	_, width := utf8.DecodeRuneInString(text[i:])
	return text[i+width:]
}

func (l *LineEntry) completion() (end, whole string) {
	if l.Complete == nil || l.input.SelectedText() != "" {
		return "", ""
	}
	return l.Complete(l.Before())
}

func (l *LineEntry) complete() {
	if end, whole := l.completion(); end != "" {
		l.input.replaceBefore(utf8.RuneCountInString(end), whole+" ")
	}
}

// expand replaces the word before the space that was just typed.
func (l *LineEntry) expand() {
	l.expanded = ""
	before, ok := strings.CutSuffix(l.input.beforeCursor(), " ")
	word := lastWord(before)
	if l.Expand == nil || !ok || word == "" {
		return
	}
	if whole, ok := l.Expand(word); ok {
		whole, _ = clean(whole, max(l.Limit-utf8.RuneCountInString(l.Text())+utf8.RuneCountInString(word), 0))
		l.input.replaceBefore(utf8.RuneCountInString(word)+1, whole+" ")
		l.expanded, l.abbreviated = whole+" ", word+" "
	}
}

// contract undoes an expansion with the backspace that follows it. The space
// comes back with the word, or typing it again would expand it again.
func (l *LineEntry) contract(key fyne.KeyName) bool {
	expanded := l.expanded
	l.expanded = ""
	if key != fyne.KeyBackspace || expanded == "" || !strings.HasSuffix(l.input.beforeCursor(), expanded) {
		return false
	}
	l.input.replaceBefore(utf8.RuneCountInString(expanded), l.abbreviated)
	return true
}

// beforeCursor is the text up to the cursor.
func (in *input) beforeCursor() string {
	return string([]rune(in.Text)[:min(in.CursorTextOffset(), utf8.RuneCountInString(in.Text))])
}

// replaceBefore replaces so many characters before the cursor. Fyne's entry can
// only be changed in the middle by the keys that a person would press; its owner
// hears of the whole, once.
func (in *input) replaceBefore(n int, text string) {
	changed := in.OnChanged
	in.OnChanged = nil
	for range n {
		in.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	in.OnChanged = changed
	in.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
}
