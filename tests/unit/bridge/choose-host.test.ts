import { describe, expect, it } from "vitest";
import { chooseHost } from "../../../bridge/src/link/choose-host";
import type { Profile, Registration } from "../../../bridge/src/local";

const shop = { id: "p-1", name: "Shop" };
const support = { id: "p-2", name: "Support" };

function host(pid: number, profile?: Profile): Registration {
	return { pid, socket: `/s/${pid}`, secret: "s", started: pid, profile };
}

describe("chooseHost", () => {
	it("takes the only one", () => {
		expect(chooseHost([host(1, shop)])).toEqual({ ok: true, host: host(1, shop) });
	});

	it("takes the one that is named, by name or id, in small letters or large", () => {
		const hosts = [host(2, support), host(1, shop)];
		for (const wanted of ["Shop", "sHOP", "p-1"])
			expect(chooseHost(hosts, wanted)).toEqual({ ok: true, host: host(1, shop) });
	});

	it("takes the one whose id begins so, and does not guess among two", () => {
		const [one, other] = ["4b4bf0b8-1", "4b4b7777-2"].map((id) => ({ id, name: id }));
		const hosts = [host(2, other), host(1, one)];
		expect(chooseHost(hosts, "4b4bf0b8")).toEqual({ ok: true, host: host(1, one) });
		expect(chooseHost(hosts, "4b4b")).toMatchObject({ ok: false, reason: "several" });
		expect(chooseHost(hosts, "4b")).toMatchObject({ ok: false, reason: "other" });
	});

	it("does not guess among several", () => {
		expect(chooseHost([host(2, support), host(1, shop)])).toEqual({
			ok: false,
			reason: "several",
			profiles: [support, shop],
		});
	});

	it("does not guess among two of one name", () => {
		const other = { id: "p-3", name: "shop" };
		expect(chooseHost([host(3, other), host(1, shop)], "Shop")).toEqual({
			ok: false,
			reason: "several",
			profiles: [other, shop],
		});
	});

	it("takes the newer host of a profile that has two for a moment", () => {
		expect(chooseHost([host(2, shop), host(1, shop)])).toEqual({ ok: true, host: host(2, shop) });
	});

	it("stays with the profile it worked with before", () => {
		expect(chooseHost([host(2, support), host(1, shop)], undefined, shop)).toMatchObject({
			host: host(1, shop),
		});
		expect(chooseHost([host(2, support)], undefined, shop)).toEqual({
			ok: false,
			reason: "other",
			wanted: "Shop",
			profiles: [support],
		});
	});

	it("stays with a profile that was renamed", () => {
		const renamed = { ...shop, name: "Boutique" };
		expect(chooseHost([host(1, renamed)], "Shop", shop)).toEqual({ ok: true, host: host(1, renamed) });
	});

	it("tries one that has not said which it is when the named one is not there", () => {
		expect(chooseHost([host(3), host(2, support)], "Shop")).toEqual({ ok: true, host: host(3) });
	});

	it("has none to take when none runs", () => {
		expect(chooseHost([], "Shop")).toEqual({ ok: false, reason: "none" });
	});
});
