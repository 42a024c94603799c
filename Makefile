# Oogst. `make run` opens the program on an example; the other targets check it.

# Fyne complains about a locale without a language, such as C.
test bench race: export LANG = nl_NL.UTF-8
# In a clone made by another user, git doesn't tell Go the version.
export GOFLAGS := $(strip $(GOFLAGS) -buildvcs=false)

.PHONY: help run test e2e bench bench-window lint race conformance faults faults-long windows screenshots

help:
	@echo "make run          build and open the full example (without a display: write its Excel and PDF)"
	@echo "make test         all tests that need no window; needs only Go"
	@echo "make e2e          the real window on a screen in memory"
	@echo "make race         the tests under the race detector"
	@echo "make conformance  the documents before independent judges: veraPDF, qpdf, poppler, LibreOffice"
	@echo "make faults       kills, power cuts, full disks and damaged files: the short form, two minutes"
	@echo "make faults-long  the same at length: hours; its figures are in docs/betrouwbaarheid.md"
	@echo "make windows      the tests built for Windows, under Wine, kills included: five minutes"
	@echo "make lint         gofumpt, vet and staticcheck"
	@echo "make bench        benchmarks; figures to compare, not to pass"
	@echo "make bench-window the window and the documents of the whole program, beside a bare Fyne window and LibreOffice"
	@echo "make screenshots  the window's screens and pages of documents, as pictures in docs/screenshots"

run:
	@scripts/run.sh

test:
	CGO_ENABLED=0 go test ./...

e2e:
	scripts/e2e.sh

bench:
	CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem ./...

lint:
	scripts/lint.sh

race:
	scripts/race.sh

conformance:
	scripts/conformance.sh

faults:
	scripts/faults.sh

faults-long:
	scripts/faults.sh --long

windows:
	scripts/windows.sh

screenshots:
	OOGST_SCREENSHOTS=$(CURDIR)/docs/screenshots scripts/e2e.sh -run Screenshots
	scripts/pages.sh

bench-window:
	scripts/install-deps.sh office
	scripts/e2e.sh -run '^$$' -bench 'WindowReady|Documents|Latency'
