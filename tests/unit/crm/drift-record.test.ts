import { expect, test } from "vitest";
import { createDriftRecord } from "@/lib/crm/drift-record";

test("an answer from before everything was forgotten is not learned from", async () => {
	let stored: unknown;
	const tasks: (() => void)[] = [];
	const storage = {
		get: async () => stored,
		set: async (value: unknown) => {
			stored = value;
		},
	};
	const record = createDriftRecord(
		storage as Parameters<typeof createDriftRecord>[0],
		() => 1,
		(task) => void tasks.push(task),
	);
	const endpoint = {
		type: "sidePanel_CustomerInfo",
		url: "https://crm.example.com/c",
		method: "GET",
	} as const;
	record.note(endpoint, { found: true });
	await record.reset();
	for (const task of tasks.splice(0)) task();
	await new Promise((resolve) => setTimeout(resolve));
	expect(stored).toEqual({});

	record.note(endpoint, { found: true });
	for (const task of tasks.splice(0)) task();
	await expect.poll(() => Object.keys(stored as object).length).toBe(1);
});
