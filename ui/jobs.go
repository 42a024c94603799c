package ui

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// jobs runs work beside the window. It is the one place here that starts a
// goroutine; with ui/kit/clock.go the only place from which the UI goroutine is
// called.
type jobs interface {
	// run does work elsewhere; then, on the UI goroutine, what it returned.
	// progress may be called from work and reaches report on the UI goroutine.
	run(work func(ctx context.Context, progress func(done, total int)) (then func()), report func(done, total int)) (cancel func())
	// glance does work that nobody waits for: on a share that went away a look
	// hangs for minutes.
	glance(work func() (then func()))
	// wait cancels what runs and returns when it has ended.
	wait()
}

// progressEvery thins progress out to what an eye can follow.
const progressEvery = 100 * time.Millisecond

type background struct {
	running sync.WaitGroup
	ctx     context.Context
	stop    context.CancelFunc
}

func newBackground() *background {
	ctx, stop := context.WithCancel(context.Background())
	return &background{ctx: ctx, stop: stop}
}

func (b *background) run(work func(context.Context, func(int, int)) func(), report func(int, int)) func() {
	ctx, cancel := context.WithCancel(b.ctx)
	b.running.Add(1)
	var last time.Time
	progress := func(done, total int) {
		if report != nil && time.Since(last) >= progressEvery {
			last = time.Now()
			fyne.Do(func() { report(done, total) })
		}
	}
	go func() {
		defer b.running.Done()
		defer cancel()
		if then := work(ctx, progress); then != nil {
			fyne.Do(then)
		}
	}()
	return cancel
}

func (b *background) glance(work func() func()) {
	go func() { fyne.Do(work()) }()
}

func (b *background) wait() {
	b.stop()
	b.running.Wait()
	ctx, stop := context.WithCancel(context.Background())
	b.ctx, b.stop = ctx, stop
}
