package export

import "context"

// Steps counts the work of one Write and stops it when its context ends.
type Steps struct {
	ctx         context.Context // of the one Write
	progress    func(done, total int)
	done, total int
}

// NewSteps returns a count that tells progress, unless nil, of each change.
func NewSteps(ctx context.Context, progress func(done, total int)) *Steps {
	return &Steps{ctx: ctx, progress: progress}
}

// Expect adds n to the total.
func (s *Steps) Expect(n int) { s.total += n }

// Done counts n steps as done and returns the error of the context.
func (s *Steps) Done(n int) error {
	s.done += n
	if s.progress != nil {
		s.progress(s.done, s.total)
	}
	return s.Err()
}

// Err returns the error of the context.
func (s *Steps) Err() error { return s.ctx.Err() }
