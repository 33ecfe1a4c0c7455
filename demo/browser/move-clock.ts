import type { Page, Worker } from "@playwright/test";
import type { Launched } from "./launch";

/**
 * Moves the time of the browser's pages, those opened later too, and of the extension's worker by so many ms. Alarms whose
 * time has come by then go off. Only the system can set the browser's own clock, and the extension is as it was built: so
 * what they call `Date` is replaced. A worker that is stopped and started anew has the true time.
 */
export async function moveClock({ context, serviceWorker }: Launched, byMs: number): Promise<void> {
	await context.addInitScript(moveDate, byMs);
	// The worker last: what its alarms set going is shown by pages that have the time.
	await Promise.all(context.pages().map((page: Page) => page.evaluate(moveDate, byMs)));
	await moveWorkersClock(await serviceWorker(), byMs);
}

/** Moves the time of one worker alone; its alarms are set by the browser's, and go off when they should by its own. */
export async function moveWorkersClock(worker: Worker, byMs: number): Promise<void> {
	await worker.evaluate(moveDate, byMs);
	await worker.evaluate(moveAlarms, byMs);
}

// What follows runs in the browser, so each stands alone. Methods: what else has a name is compiled into something that
// only this process has.

function moveDate(by: number): void {
	const moved = new Proxy(Date, {
		apply(date) {
			return new date(date.now() + by).toString();
		},
		construct(date, given, target) {
			return Reflect.construct(date, given.length === 0 ? [date.now() + by] : given, target);
		},
		get(date, name, receiver) {
			const its = Reflect.get(date, name, receiver);
			return name === "now" ? () => its() + by : its;
		},
	});
	Object.assign(globalThis, { Date: moved });
}

async function moveAlarms(by: number): Promise<void> {
	const { alarms } = chrome;
	const create: (name: string, info: object) => Promise<void> = alarms.create;
	Object.assign(alarms, {
		create(name: string, { when, ...info }: { when?: number }) {
			return create(name, { ...info, ...(when !== undefined && { when: when - by }) });
		},
	});
	if (by < 0) return;
	for (const { name, scheduledTime, periodInMinutes } of await alarms.getAll()) {
		// One that is past goes off at once.
		await create(name, { when: scheduledTime - by, ...(periodInMinutes && { periodInMinutes }) });
	}
}
