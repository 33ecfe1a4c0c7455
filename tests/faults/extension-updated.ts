import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { grantHost } from "../../demo/browser/host-permission";
import { settingsVersion } from "../../lib/settings/schema";
import { receiverPlaceholder, type StoredProfile, writeProfile } from "../fixtures/profiles/stored-profile";
import { type Fault, holdsWithin } from "./fault";
import { createProfile, type Profile, productionBuild } from "./profile";
import { judge } from "./promises";
import { counts, lookAtQueue, passTime } from "./queue";
import { startReceiver } from "./receiver";

const secret = "a secret for faults";
const hour = 3_600_000;
const profiles = resolve(import.meta.dirname, "../fixtures/profiles");
const updates = [
	{ from: "database-8.json", how: "starts" },
	{ from: "database-8.json", how: "is killed as it starts" },
	{ from: "database-7.json", how: "starts" },
	{ from: "database-6.json", how: "starts" },
];

/** A build is updated in the middle of an outage: what the former one has on the disk is what this one starts on. */
export const extensionUpdated: Fault = {
	name: "the extension is updated with deliveries pending",
	async run({ short }) {
		const done: string[] = [];
		const broken: string[] = [];
		for (const { from, how } of short ? updates.slice(0, 1) : updates) {
			const receiver = await startReceiver(secret);
			const build = await mkdtemp(join(tmpdir(), "chatside-update-"));
			await writeStandIn(build);
			const profile = await createProfile({ extensionDir: build });
			try {
				const stored = await readFormer(from, receiver.url);
				const pending = pendingPhones(stored);
				await profile.start();
				await grantHost(profile.browser().context, profile.browser().extensionId, `${receiver.url}/*`);
				await profile.evaluate(writeProfile, stored);
				await profile.stop();
				await rm(build, { recursive: true });
				await cp(productionBuild, build, { recursive: true });

				await profile.start();
				const answers = () => profile.ask("getOutboxStatus").then(Boolean, () => false);
				if (!(await holdsWithin(30_000, answers))) broken.push(`${from}: the new worker does not start.`);
				if (how !== "starts") {
					await passTime(profile, 24 * hour);
					await holdsWithin(10_000, () => receiver.arrivals.length > 0);
					await profile.kill();
					await profile.start();
				}
				await holdsWithin(60_000, async () => {
					await passTime(profile, 24 * hour);
					await delay(300);
					return judge(receiver.arrivals, pending).lost.length === 0;
				});
				await lookAtQueue(profile);
				const verdict = judge(receiver.arrivals, pending);
				const problems = [...verdict.broken, ...verdict.lost.map((phone) => `${phone} was lost.`)];
				if (how === "starts" && verdict.repeated > 0) problems.push(`${verdict.repeated} came again.`);
				const expected = new Set(pending.flat());
				for (const { phone } of receiver.arrivals)
					if (!expected.has(phone)) problems.push(`${phone} had been delivered before the update.`);
				const settled = await holdsWithin(20_000, async () => (await counts(profile)).pending === 0);
				if (!settled) problems.push("Some are still said to be pending.");
				problems.push(...(await lookAtVersions(profile, stored)), ...(await lookAtLog(profile, stored)));
				broken.push(...problems.map((problem) => `${from}, the new build ${how}: ${problem}`));
				done.push(
					`database ${stored.databaseVersion} and settings ${versionOf(stored.local.settings)}, and the new build ${how}: ${verdict.arrived} of ${verdict.expected} pending events in ${pending.length} conversations arrived, ${verdict.repeated} again, ${verdict.lost.length} lost`,
				);
			} finally {
				await profile.close();
				await receiver.close();
				await rm(build, { recursive: true, force: true });
			}
		}
		return { done, broken };
	},
};

/** Not the name of the real one: of an unpacked extension the browser would keep the script it knows by that name. */
const standInWorker = "stand-in.js";

/** An older version of the extension that does nothing, in whose name the former data are written. */
async function writeStandIn(dir: string): Promise<void> {
	const manifest = JSON.parse(await readFile(join(productionBuild, "manifest.json"), "utf8"));
	const { manifest_version, name, permissions, host_permissions, optional_host_permissions, default_locale } =
		manifest;
	await mkdir(dir, { recursive: true });
	await cp(join(productionBuild, "_locales"), join(dir, "_locales"), { recursive: true });
	await writeFile(join(dir, standInWorker), "");
	const standIn = {
		...{ manifest_version, name, permissions, host_permissions, optional_host_permissions, default_locale },
		version: "0.0.1",
		background: { service_worker: standInWorker },
	};
	await writeFile(join(dir, "manifest.json"), JSON.stringify(standIn));
}

/** The former profile, with the receiver's address, as if its outage were of this hour. */
async function readFormer(file: string, receiverUrl: string): Promise<StoredProfile> {
	const text = (await readFile(join(profiles, file), "utf8")).replaceAll(receiverPlaceholder, receiverUrl);
	let newest = 0;
	JSON.parse(text, (_, value) => {
		if (isTime(value) && value > newest) newest = value;
		return value;
	});
	const later = Math.floor((Date.now() - newest) / hour) * hour;
	return JSON.parse(text, (_, value) =>
		isTime(value) ? value + later : isMicrosecond(value) ? value + later * 1_000 : value,
	);
}

/** A moment of these decades, in ms of the epoch. */
const isTime = (value: unknown): value is number =>
	typeof value === "number" && value > 1.6e12 && value < 4e12;
/** The same in microseconds, as logs number what they hold. */
const isMicrosecond = (value: unknown): value is number => typeof value === "number" && isTime(value / 1_000);

/** The phones of what is pending, by conversation, in the order they were stored. */
function pendingPhones({ stores }: StoredProfile): string[][] {
	const lanes = new Map<string, string[]>();
	for (const { value } of stores.find(({ name }) => name === "deliveries")?.records ?? []) {
		const { status, body, lane = "" } = value as { status: string; body: string; lane?: string };
		if (status === "pending") lanes.set(lane, [...(lanes.get(lane) ?? []), JSON.parse(body).data.phone]);
	}
	return [...lanes.values()];
}

const versionOf = (settings: unknown) => (settings as { version?: number } | undefined)?.version;

async function lookAtVersions(
	profile: Profile,
	{ databaseVersion, local }: StoredProfile,
): Promise<string[]> {
	const problems: string[] = [];
	const { failure } = await profile.ask<{ failure?: object }>("getSettingsOverview");
	if (failure) problems.push(`The settings cannot be read: ${JSON.stringify(failure)}.`);
	await profile.ask("setSelectorOverrides", { composer: ["#compose"] });
	const [now] = await profile.evaluate(
		async () => [(await chrome.storage.local.get("settings")).settings as Record<string, unknown>],
		undefined,
	);
	if (versionOf(now) !== settingsVersion) problems.push(`The settings are of version ${versionOf(now)}.`);
	const kept = (settings: unknown) => JSON.stringify(sorted((settings as Record<string, unknown>).webhook));
	if (kept(now) !== kept(local.settings)) problems.push("The webhook is another than before.");
	const version = await profile.evaluate(
		async () => (await indexedDB.databases()).find(({ name }) => name === "chatside")?.version ?? 0,
		undefined,
	);
	if (version <= databaseVersion) problems.push(`The database is of version ${version}.`);
	return problems;
}

/** What had been requested before the update is still in the log of requests. */
async function lookAtLog(profile: Profile, { stores }: StoredProfile): Promise<string[]> {
	const former = stores.find(({ name }) => name === "egress")?.records ?? [];
	const page = { filter: {}, limit: 1_000 };
	const { rows } = await profile.ask<{ rows: { seq: number }[] }>("listEgress", page);
	const kept = new Set(rows.map(({ seq }) => seq));
	const lost = former.filter(({ key }) => !kept.has(key as number));
	return lost.length === 0 ? [] : [`${lost.length} of ${former.length} logged requests are gone.`];
}

const sorted = (value: unknown) => Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
