package model

// Batch carries out commands as one step: all or nothing, and undone at once.
// Each is judged by the session as it is before the batch, and no two may
// write the same field of an entity.
type Batch []Command

func (c Batch) drafts(s *Session) ([]draft, error) {
	type place struct {
		entity ID
		field  string
	}
	written := map[place]bool{}
	var all []draft
	for _, command := range c {
		drafts, err := command.drafts(s)
		if err != nil {
			return nil, err
		}
		for _, d := range drafts {
			for _, w := range d.writes {
				p := place{d.entity, w.Field}
				if written[p] {
					return nil, ErrWrittenTwice
				}
				written[p] = true
			}
		}
		all = append(all, drafts...)
	}
	return all, nil
}
