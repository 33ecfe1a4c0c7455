import { createSettingsStore } from "../../lib/settings/store";
import { stopServiceWorker } from "../browser/support/service-worker";
import { createRandom, type Fault, type FaultReport } from "./fault";
import { createProfile, type Profile } from "./profile";

const seed = 5;
const damages = ["flipped", "cut", "removed"] as const;
type Damage = (typeof damages)[number];
type Stored = Record<string, unknown>;

/** The stored settings are damaged at a byte: what can be read still counts, and the rest is kept and told. */
export const damagedSettings: Fault = {
	name: "the stored settings are damaged byte by byte",
	async run({ short }): Promise<FaultReport> {
		const [inBrowser, restarts] = short ? [30, 2] : [400, 12];
		const random = createRandom(seed);
		const profile = await createProfile();
		const broken: string[] = [];
		try {
			await profile.start();
			const good = await fill(profile);
			const text = JSON.stringify(good.settings);
			const bytes = Buffer.byteLength(text);

			const tally = { read: 0, told: 0 };
			for (const damage of damages)
				for (let at = 0; at < bytes; at++) {
					const damaged = damageAt(text, at, damage);
					const result = await throughStore({ ...good, settings: damaged });
					tally[result.read ? "read" : "told"]++;
					broken.push(...result.problems.map((problem) => `Byte ${at} ${damage}: ${problem}`));
				}

			const seen = { read: 0, told: 0 };
			for (let one = 0; one < inBrowser; one++) {
				const [at, damage] = [Math.floor(random() * bytes), damages[one % damages.length] as Damage];
				const damaged = damageAt(text, at, damage);
				if (one % Math.ceil(inBrowser / restarts) === 0) {
					await store(profile, damaged);
					await stopServiceWorker(profile.browser());
				}
				const { failure, problems } = await profile.evaluate(lookAndTry, { damaged, good });
				seen[failure ? "told" : "read"]++;
				broken.push(...problems.map((problem) => `In the browser, byte ${at} ${damage}: ${problem}`));
			}
			await profile.evaluate((stored) => chrome.storage.local.set(stored), good);
			const { failure } = await profile.ask<{ failure?: object }>("getSettingsOverview");
			if (failure) broken.push(`Whole again, the settings are not read: ${JSON.stringify(failure)}.`);
			return {
				done: [
					`${3 * bytes} damages, every byte of ${bytes} flipped, cut and removed: ${tally.read} could still be read, ${tally.told} were told, and ${broken.length} were written over or let a change through`,
					`${inBrowser} of them in the browser (seed ${seed}), ${restarts} with a worker that started on them: ${seen.read} could be read, ${seen.told} were told`,
				],
				broken,
			};
		} finally {
			await profile.close();
		}
	},
};

/** The value that is stored where the JSON text of the settings is damaged; a text where it is no JSON any more. */
function damageAt(text: string, at: number, damage: Damage): unknown {
	const bytes = Buffer.from(text);
	if (damage === "flipped") bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
	const left = damage === "cut" ? bytes.subarray(0, at) : bytes;
	const damaged = (
		damage === "removed" ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]) : left
	).toString("utf8");
	try {
		return JSON.parse(damaged);
	} catch {
		return damaged;
	}
}

/** Reads damaged settings, tries to change them, and looks at what is stored then. */
async function throughStore(stored: Stored): Promise<{ read: boolean; problems: string[] }> {
	const values: Stored = structuredClone(stored);
	const settings = createSettingsStore({
		storage: {
			get: async (name) => values[name],
			set: async (more) => void Object.assign(values, more),
			remove: async (names) => {
				for (const name of names) delete values[name];
			},
		},
		managed: async () => ({}),
		now: () => 0,
	});
	const problems: string[] = [];
	try {
		const read = await settings.read();
		await settings.history();
		await settings.lastGood();
		if (read.ok) return { read: true, problems };
		if (!/^settings-(damaged|newer)$/.test(read.failure.reason))
			problems.push(`it is ${read.failure.reason}.`);
		const changed = await settings.update((now) => ({ ...now, selector_overrides: {} }), "selectors");
		if (changed.ok) problems.push("it could be changed.");
		if (JSON.stringify(values) !== JSON.stringify(stored)) problems.push("it was written over.");
		return { read: false, problems };
	} catch (error) {
		return { read: false, problems: [...problems, `it throws ${error}.`] };
	}
}

/** Settings of every kind, as a user would have them; gives all that is on the disk. */
async function fill(profile: Profile): Promise<Stored> {
	const call = async (name: string, input: object) => {
		for (const more of [{}, { confirm: true }])
			await profile.ask("callTool", {
				name,
				arguments: { ...input, ...(name === "configure_webhooks" && more) },
			});
	};
	await call("configure_webhooks", {
		webhook_enabled: true,
		webhook_url: "http://127.0.0.1:9/hook",
		webhook_secret: "a secret",
	});
	const endpoint = {
		url: "http://127.0.0.1:9/ñandú?q={phone}",
		method: "GET",
		auth: { type: "header", fields: { "X-Key": "clé" } },
	};
	for (const type of ["sidePanel_CustomerInfo", "globalSearch"])
		await profile.ask("callTool", {
			name: "update_crm_endpoints",
			arguments: {
				add_crm_endpoint: {
					...endpoint,
					type,
					...(type === "globalSearch" && { url: "http://127.0.0.1:9/search" }),
				},
			},
		});
	await profile.ask("callTool", {
		name: "update_custom_functions",
		arguments: {
			add_function: {
				name: "check_order",
				description: "Looks an order up",
				parameters: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
				endpoint: "http://127.0.0.1:9/orders",
				method: "GET",
			},
		},
	});
	await profile.ask("setSelectorOverrides", { composer: ["#compose"] });
	return profile.evaluate(() => chrome.storage.local.get(null), undefined);
}

const store = (profile: Profile, settings: unknown) =>
	profile.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);

/** Stores damaged settings, asks for them and tries to change them in every way. Runs in a page of the extension. */
async function lookAndTry({ damaged, good }: { damaged: unknown; good: Stored }) {
	const problems: string[] = [];
	const send = async (message: string, data?: unknown) => {
		const waited = new Promise<"silence">((resolve) => setTimeout(() => resolve("silence"), 10_000));
		const reply = await Promise.race([chrome.runtime.sendMessage({ message, data }), waited]);
		if (reply === "silence" || !reply || "error" in reply)
			problems.push(`${message}: ${JSON.stringify(reply)}.`);
		return reply?.value;
	};
	const settingsKeys = ["settings", "settings_last_good", "settings_history"];
	const sorted = (value: unknown): unknown =>
		value && typeof value === "object" && !Array.isArray(value)
			? Object.fromEntries(
					Object.entries(value)
						.sort(([a], [b]) => (a < b ? -1 : 1))
						.map(([key, one]) => [key, sorted(one)]),
				)
			: Array.isArray(value)
				? value.map(sorted)
				: value;
	const stored = async () => JSON.stringify(sorted(await chrome.storage.local.get(settingsKeys)));
	await chrome.storage.local.set({ ...good, settings: damaged });
	const before = await stored();
	const { failure } = await send("getSettingsOverview");
	await send("getOutboxStatus");
	if (failure) {
		const refused = [
			await send("callTool", { name: "configure_webhooks", arguments: { webhook_enabled: false } }),
			await send("setSelectorOverrides", { title: ["#t"] }),
			await send("undoChange", { id: 1 }),
			await send("setAssistant", { messages: 5 }),
		];
		for (const [index, reply] of refused.entries())
			if (!reply || (reply.ok !== false && !reply.result?.isError))
				problems.push(`change ${index} was not refused: ${JSON.stringify(reply)}.`);
	}
	if ((await stored()) !== before) problems.push("what is stored is another.");
	return { failure: failure as object | undefined, problems };
}
