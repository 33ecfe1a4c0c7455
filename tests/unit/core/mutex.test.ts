import { expect, it } from "vitest";
import { createMutex } from "@/lib/core/mutex";

it("runs one task after the other, in the order they were asked for", async () => {
	const exclusively = createMutex();
	const log: string[] = [];
	const task = (name: string, turns: number) => async () => {
		log.push(`${name} begins`);
		for (let turn = 0; turn < turns; turn++) await Promise.resolve();
		log.push(`${name} ends`);
		return name;
	};
	const results = await Promise.all([
		exclusively(task("a", 20)),
		exclusively(task("b", 1)),
		exclusively(task("c", 5)),
	]);
	expect(results).toEqual(["a", "b", "c"]);
	expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

it("tells the one who asked that a task failed, and goes on with the next", async () => {
	const exclusively = createMutex();
	const failing = exclusively(() => Promise.reject(new Error("bug")));
	const throwing = exclusively(() => {
		throw new Error("worse");
	});
	const next = exclusively(async () => "done");
	await expect(failing).rejects.toThrow("bug");
	await expect(throwing).rejects.toThrow("worse");
	expect(await next).toBe("done");
});

it("does not wait for tasks of another mutex", async () => {
	const blocked = createMutex();
	void blocked(() => new Promise(() => undefined));
	expect(await createMutex()(async () => 1)).toBe(1);
});
