import { browser } from "./browser";

/** Chrome fires no alarm sooner than this. */
const soonestMs = 30_000;

/**
 * Calls something in so many ms, even when the worker ends before: by an alarm, and while the worker lives by a timer,
 * which is exact where an alarm is late. One wait a name; a new one replaces it, undefined takes it back. A wait and no
 * time of day, so that a clock put back in between makes it no longer. To be made when the worker starts: an alarm that
 * woke it goes only to listeners that are there by then.
 */
export function createWakeUp(name: string, call: () => void): (ms: number | undefined) => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	onAlarm(name, call);
	return (ms) => {
		clearTimeout(timer);
		if (ms === undefined) {
			void browser.alarms.clear(name);
			return;
		}
		const wait = Math.max(ms, 0);
		if (wait < soonestMs) timer = setTimeout(call, wait);
		browser.alarms.create(name, { when: Date.now() + Math.max(wait, soonestMs) });
	};
}

const dayMinutes = 24 * 60;

/** Calls something once a day, whichever worker lives then. To be made when the worker starts. */
export function everyDay(name: string, call: () => void): void {
	onAlarm(name, call);
	// Every worker comes by here: one that is set keeps its time.
	void browser.alarms.get(name).then((known) => {
		if (!known) browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: dayMinutes });
	});
}

function onAlarm(name: string, call: () => void): void {
	browser.alarms.onAlarm.addListener((alarm) => {
		if (alarm.name === name) call();
	});
}
