import { describe, expect, it } from "vitest";
import { distribution } from "../../../scripts/setup/apt.mjs";

describe("distribution", () => {
	it.each([
		['PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', { id: "debian", debianLike: true }],
		["NAME=Ubuntu\nID=ubuntu\nID_LIKE=debian\n", { id: "ubuntu", debianLike: true }],
		['ID=linuxmint\nID_LIKE="ubuntu debian"\n', { id: "linuxmint", debianLike: true }],
		["ID=fedora\n", { id: "fedora", debianLike: false }],
		["", { id: "", debianLike: false }],
	])("reads %j", (osRelease, expected) => {
		expect(distribution(osRelease)).toEqual(expected);
	});
});
