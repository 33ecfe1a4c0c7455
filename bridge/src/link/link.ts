import type { HostState, Profile } from "../local";
import { forget, runningHosts } from "../registered";
import { chooseHost, startsWith } from "./choose-host";
import { type Answer, type Connection, connect, type Question } from "./connect";
import type { Obstacle } from "./sentences";

export type Asked = Exclude<Answer, { kind: "lost" }> | { kind: "obstacle"; obstacle: Obstacle };

export type Link = {
	/** Connects first if need be. Takes as long as the extension does, which may wait minutes for a person. */
	ask(question: Question): Promise<Asked>;
	/** A client of several has gone: what waits for it is given up, and what it was allowed is over. */
	ended(session: string): void;
	/** @returns the extension that would be asked now, or why none can be */
	whom(): Promise<{ ok: true; profile: Profile; extension: string } | Obstacle>;
	/** Calls back when an extension can be asked that could not before, or the other way round. */
	onChange(listener: () => void): void;
	close(): void;
};

type Options = {
	/** The folder of the running hosts. */
	running: string;
	/** A name or an id. */
	profile?: string;
	isInstalled(): boolean;
	/** The process that has started this one, where one program alone is served. */
	starter?: number;
	/** How often to look for a browser while none is connected. */
	lookMs?: number;
	/** How long an extension may take to say hello after its host was started. */
	helloMs?: number;
};

/** Keeps one connection to the one browser profile that is meant, and finds it again when it comes back. */
export function createLink({
	running,
	profile,
	isInstalled,
	starter,
	lookMs = 2_000,
	helloMs = 5_000,
}: Options): Link {
	const listeners = new Set<() => void>();
	const states = new Set<() => void>();
	let connection: Connection | undefined;
	let connecting: Promise<Connection | Obstacle> | undefined;
	let bound: Profile | undefined;
	let wasReady = false;
	let closed = false;

	function changed() {
		for (const listener of [...states]) listener();
		const state = connection?.state();
		if (state?.kind === "ready") bound ??= state.profile;
		if ((state?.kind === "ready") === wasReady) return;
		wasReady = !wasReady;
		for (const listener of listeners) listener();
	}

	async function open(): Promise<Connection | Obstacle> {
		const choice = chooseHost(await runningHosts(running), profile, bound);
		if (!choice.ok)
			return choice.reason === "none" && !isInstalled() ? { ok: false, reason: "not-installed" } : choice;
		const made = await connect(choice.host, {
			starter,
			onState: changed,
			onClose: () => {
				connection = undefined;
				changed();
			},
		});
		if (!made.ok) {
			if (made.reason !== "refused") return made;
			// A leftover, whose process number is another program's by now. Each is removed, so this ends.
			forget(running, choice.host);
			return open();
		}
		if (closed) made.connection.close();
		connection = made.connection;
		changed();
		return connection;
	}

	async function connected(): Promise<Connection | Obstacle> {
		if (connection) return connection;
		connecting ??= open().finally(() => {
			connecting = undefined;
		});
		return connecting;
	}

	/** Waits for the extension's hello, which comes a moment after its host was started. */
	async function ready(): Promise<
		{ connection: Connection; state: Extract<HostState, { kind: "ready" }> } | Obstacle
	> {
		const found = await connected();
		if ("ok" in found) return found;
		if (found.state().kind === "starting") await leavesStarting(found);
		const state = found.state();
		switch (state.kind) {
			case "ready":
				// It may turn out to be another profile's than was wanted.
				if (isWanted(state.profile)) return { connection: found, state };
				found.close();
				return {
					ok: false,
					reason: "other",
					wanted: bound?.name ?? profile ?? "",
					profiles: [state.profile],
				};
			case "starting":
				return connection ? { ok: false, reason: "no-hello" } : { ok: false, reason: "none" };
			case "other-wire":
				return { ok: false, reason: "other-wire", theirs: state.theirs, ours: state.ours };
		}
	}

	function isWanted({ id, name }: Profile): boolean {
		if (profile === undefined) return bound === undefined || bound.id === id;
		return (
			profile === id ||
			startsWith({ id, name }, profile) ||
			profile.toLowerCase() === name.toLowerCase() ||
			bound?.id === id
		);
	}

	function leavesStarting(waited: Connection): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(done, helloMs);
			function done() {
				clearTimeout(timer);
				states.delete(look);
				resolve();
			}
			function look() {
				if (connection !== waited || waited.state().kind !== "starting") done();
			}
			states.add(look);
		});
	}

	const timer = setInterval(() => void (connection ?? connected()), lookMs);
	timer.unref();
	void connected();

	return {
		async ask(question) {
			const found = await ready();
			if ("ok" in found) return { kind: "obstacle", obstacle: found };
			const answer = await found.connection.ask(question);
			if (answer.kind !== "lost") return answer;
			return {
				kind: "obstacle",
				obstacle: { ok: false, reason: answer.waiting ? "lost-waiting" : "lost" },
			};
		},
		ended: (session) => connection?.ended(session),
		async whom() {
			const found = await ready();
			if ("ok" in found) return found;
			return { ok: true, profile: found.state.profile, extension: found.state.extension };
		},
		onChange: (listener) => listeners.add(listener),
		close() {
			closed = true;
			clearInterval(timer);
			connection?.close();
		},
	};
}
