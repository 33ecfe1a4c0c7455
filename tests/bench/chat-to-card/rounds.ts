import { setTimeout as sleep } from "node:timers/promises";
import { cast } from "../../../demo/cast";
import type { CrmTimes } from "./crm-times";
import { measureSwitch, type Sample } from "./measure-switch";
import type { Subject } from "./subject";

/** Every way a number is found is among them: in the id, in the page's data, in its address book, in the title. */
export const contacts = [
	cast.lucia,
	cast.marco,
	cast.sofia,
	cast.ines,
	cast.beatriz,
	cast.ortega,
	cast.ana,
	cast.emma,
];

/** A group: nobody to look up. */
const restingPlace = "team";
/** Lets what a switch leaves behind (cache writes, the page's own drawing) end before the next one. */
const pause = 50;

export type Samples = Record<"bare" | "cold" | "cached" | "bareSlow" | "slow", Sample[]>;

type RoundsOptions = {
	bare: Subject;
	chatside: Subject;
	crmUrl: string;
	/** The same CRM, which takes its time. */
	slowUrl: string;
	crm: CrmTimes;
	rounds: number;
	/** Rounds before those, whose times are thrown away. */
	warmUp: number;
};

/**
 * Opens the same chats in both browsers in turn, one switch here, one there, so that whatever else the machine does
 * hits both. Each round asks a CRM address nobody asked before, first cold, then once more from the cache, then cold from the slow one.
 */
export async function measureRounds({
	bare,
	chatside,
	crmUrl,
	slowUrl,
	crm,
	rounds,
	warmUp,
}: RoundsOptions): Promise<Samples> {
	const subjects = [bare, chatside];
	const samples: Samples = { bare: [], cold: [], cached: [], bareSlow: [], slow: [] };
	const ask = async (url: string) => {
		for (const { chat } of subjects) await chat.evaluate((key) => window.demo.open(key), restingPlace);
		await Promise.all(subjects.map((subject) => subject.setCrm(url)));
		// The cards of the one before are dropped.
		await sleep(2 * pause);
	};
	for (let round = -warmUp; round < rounds; round++) {
		for (const kind of ["cold", "cached", "slow"] as const) {
			const isCached = kind === "cached";
			if (!isCached) await ask(`${kind === "slow" ? slowUrl : crmUrl}/customer-info?round=${round}`);
			// Who goes first has the other's leftovers less often. The bare one keeps no cards.
			for (const [index, contact] of rotate(contacts, round).entries())
				for (const subject of isCached ? [chatside] : rotate(subjects, index)) {
					const sample = await measureSwitch(subject, contact, crm);
					const ofBare = kind === "slow" ? "bareSlow" : "bare";
					if (round >= 0) samples[subject === bare ? ofBare : kind].push(sample);
					await sleep(pause);
				}
		}
	}
	return samples;
}

/** Another contact goes first in every round, so that each one comes after each. */
function rotate<T>(items: readonly T[], by: number): T[] {
	const shift = ((by % items.length) + items.length) % items.length;
	return [...items.slice(shift), ...items.slice(0, shift)];
}
