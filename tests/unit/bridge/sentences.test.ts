import { describe, expect, it } from "vitest";
import { type Obstacle, sentence } from "../../../bridge/src/link/sentences";

const profiles = [{ id: "p-1", name: "Shop" }];
const obstacles: Record<Obstacle["reason"], Obstacle> = {
	"not-installed": { ok: false, reason: "not-installed" },
	none: { ok: false, reason: "none" },
	refused: { ok: false, reason: "refused" },
	gone: { ok: false, reason: "gone" },
	silent: { ok: false, reason: "silent" },
	"no-hello": { ok: false, reason: "no-hello" },
	lost: { ok: false, reason: "lost" },
	"lost-waiting": { ok: false, reason: "lost-waiting" },
	several: { ok: false, reason: "several", profiles },
	other: { ok: false, reason: "other", wanted: "Home", profiles },
	"other-local": { ok: false, reason: "other-local", theirs: 2 },
	"other-wire": { ok: false, reason: "other-wire", theirs: 2, ours: 1 },
};

describe("sentence", () => {
	it.each(Object.values(obstacles))("says what to do: $reason", (obstacle) => {
		expect(sentence(obstacle)).toMatch(/\b(Open|Run|run|Turn|turn|Reload|Update|Say|look)\b/);
		expect(sentence(obstacle)).toMatch(/\.$/);
	});

	it("names the profiles that are connected", () => {
		expect(sentence(obstacles.other)).toContain('"Shop" (p-1)');
		expect(sentence({ ok: false, reason: "other", wanted: "Home", profiles: [] })).toContain("none");
	});
});
