import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createPermissionMemory } from "@/lib/platform/permissions";

const crm = "https://crm.example.com/*";

let granted: boolean;
let asked: ReturnType<typeof vi.fn>;
let change: () => void;

beforeEach(() => {
	granted = true;
	asked = vi.fn(async () => granted);
	vi.spyOn(fakeBrowser.permissions, "contains").mockImplementation(asked as () => Promise<boolean>);
	const listen = (listener: () => void) => {
		change = listener;
	};
	vi.spyOn(fakeBrowser.permissions.onAdded, "addListener").mockImplementation(listen as never);
	vi.spyOn(fakeBrowser.permissions.onRemoved, "addListener").mockImplementation(listen as never);
});

describe("a permission", () => {
	it("that is granted is asked for once", async () => {
		const hasPermission = createPermissionMemory();
		expect([await hasPermission(crm), await hasPermission(crm)]).toEqual([true, true]);
		expect(asked).toHaveBeenCalledTimes(1);
		await hasPermission("https://other.example.com/*");
		expect(asked).toHaveBeenCalledTimes(2);
	});

	it("that is missing is asked for every time", async () => {
		granted = false;
		const hasPermission = createPermissionMemory();
		expect(await hasPermission(crm)).toBe(false);
		// Granted, and nobody has told yet.
		granted = true;
		expect(await hasPermission(crm)).toBe(true);
	});

	it("that is taken back is missing at once", async () => {
		const hasPermission = createPermissionMemory();
		await hasPermission(crm);
		granted = false;
		change();
		expect(await hasPermission(crm)).toBe(false);
	});

	it("that is taken back while it is asked for is not remembered", async () => {
		const hasPermission = createPermissionMemory();
		const early = hasPermission(crm);
		granted = false;
		change();
		expect(await early).toBe(true);
		expect(await hasPermission(crm)).toBe(false);
	});
});
