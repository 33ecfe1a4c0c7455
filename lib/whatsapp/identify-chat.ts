/**
 * Finds out the open chat's id and phone id from the page's own data: the peek first, then its address book.
 *
 * The page's data may lag about a second behind the header and still describe the chat before, even one of
 * the same name. So within that time an answer that could be about a chat before is not believed, until one
 * about a later chat was.
 */
import { parseChatId } from "./chat-id";
import type { ContactDb, ContactMatch, ContactQuery } from "./contact-db";
import type { Reading } from "./facts";
import { agreesWithTitle, type Peek } from "./peek";
import { nameKey } from "./plain-text";

/** How long after a switch the page's data may still describe the chat before, in ms. */
export const peekLag = 1200;
/**
 * Pauses before asking again, in ms. The first question comes right after the page's own task, one right behind
 * the lag, and after 2.2 s it ends.
 */
export const peekRetries = [
	0, 4, 8, 12, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 120, 120, 176, 1000,
] as const;
/** Questions to a peek that has never answered on this page: it may load a moment later, but hardly more. */
const retriesWhenSilent = 9;
/** The address book is asked once; a page that doesn't answer in this time (ms) counts as not knowing. */
const contactDbTimeout = 1500;

export type Schedule = (callback: () => void, delayMs: number) => () => void;

/** `settled` is false while a better answer may still come. */
export type ChatIdentity = { chatId?: Reading<string>; phoneId?: Reading<string>; settled: boolean };

export type ChatIdentifier = {
	/** A chat was opened or switched to. Asks at once, so the answer may be settled already. */
	open(title: string | undefined): void;
	/** The chat was closed. */
	close(): void;
	current(): ChatIdentity;
};

/** `onChange` is called when something became known later than in `open`. */
export function createChatIdentifier({
	peek,
	contactDb,
	now,
	schedule,
	onChange,
	signal,
}: {
	peek: Peek;
	contactDb: ContactDb;
	now: () => number;
	schedule: Schedule;
	onChange: () => void;
	signal: AbortSignal;
}): ChatIdentifier {
	let identity: ChatIdentity = { settled: true };
	let title: string | undefined;
	let openedAt = Number.NEGATIVE_INFINITY;
	let lastPeekedId: string | undefined;
	let hasAnswered = false;
	let firstChat = true;
	let isOpening = false;
	/** Whether the peek named this chat, or may name it without being believed later. */
	let isNamed = true;
	/** Ids the page's data may still hold from chats before, and name keys of chats before whose id never became known. */
	const earlier = new Set<string>();
	let work = new AbortController();
	let cancelWait = () => {};

	signal.addEventListener("abort", stop, { once: true });

	function stop(): void {
		work.abort();
		cancelWait();
	}

	/** Only one thing is waited for at a time: the next question, or the end of the address book's patience. */
	function later(callback: () => void, delay: number): void {
		cancelWait = schedule(callback, delay);
	}

	function rememberEarlier(): void {
		const time = now();
		if (time - openedAt >= peekLag) earlier.clear();
		if (lastPeekedId !== undefined) earlier.add(lastPeekedId);
		if (title !== undefined && !isNamed) earlier.add(nameKey(title));
		openedAt = time;
	}

	function leave(): void {
		stop();
		work = new AbortController();
		rememberEarlier();
		isNamed = true;
	}

	function open(newTitle: string | undefined): void {
		leave();
		title = newTitle;
		isNamed = false;
		identity = { settled: false };
		isOpening = true;
		ask(0);
		isOpening = false;
		firstChat = false;
	}

	function ask(attempt: number): void {
		// Without a title nothing can agree; not asking also keeps this chat's id out of `earlier`.
		const answer = title === undefined ? undefined : peek.ask();
		if (answer && answer.status !== "unavailable") hasAnswered = true;
		if (title !== undefined && answer?.status === "chat") {
			lastPeekedId = answer.chatId;
			if (agreesWithTitle(answer, title) && isCurrent(answer.chatId, title)) {
				accept(answer.chatId, answer.phoneId);
				return;
			}
		}
		const silent = title !== undefined && !hasAnswered;
		const limit = silent ? (firstChat || attempt > 0 ? retriesWhenSilent : 0) : peekRetries.length;
		const delay = attempt < limit ? peekRetries[attempt] : undefined;
		if (delay !== undefined) later(() => ask(attempt + 1), delay);
		else if (title !== undefined) lookUp({ name: title });
		else settle({});
	}

	function isCurrent(chatId: string, name: string): boolean {
		if (now() - openedAt >= peekLag) return true;
		return !earlier.has(chatId) && !earlier.has(nameKey(name));
	}

	function accept(id: string, phone: string | undefined): void {
		isNamed = true;
		// The page's data go from chat to chat as the header does: they have left all of those before this one.
		earlier.clear();
		const chatId: Reading<string> = { value: id, strategy: "peek", sureness: "certain" };
		const phoneId: Reading<string> | undefined =
			phone === undefined ? undefined : { value: phone, strategy: "peek", sureness: "certain" };
		if (!phoneId && parseChatId(id)?.kind === "lid") {
			become({ chatId, settled: false });
			lookUp({ lid: id });
		} else {
			settle({ chatId, phoneId });
		}
	}

	function lookUp(query: ContactQuery): void {
		const { signal: current } = work;
		const { chatId } = identity;
		let isDone = false;
		const finish = (match: ContactMatch | null) => {
			if (isDone || current.aborted) return;
			isDone = true;
			settle("lid" in query ? { chatId, phoneId: byLid(match) } : byName(match));
		};
		later(() => finish(null), contactDbTimeout);
		contactDb.find(query, current).then(finish, () => finish(null));
	}

	function settle(found: Omit<ChatIdentity, "settled">): void {
		stop();
		work = new AbortController();
		become({ ...found, settled: true });
	}

	function become(next: ChatIdentity): void {
		identity = next;
		if (!isOpening) onChange();
	}

	return {
		open,
		close() {
			leave();
			title = undefined;
			identity = { settled: true };
		},
		current: () => identity,
	};
}

function byLid(match: ContactMatch | null): Reading<string> | undefined {
	return match?.phoneId === undefined
		? undefined
		: { value: match.phoneId, strategy: "contact-db-id", sureness: "likely" };
}

/** A name is weaker than an id: whoever has the same name and isn't in the address book can't be told apart. */
function byName(match: ContactMatch | null): Omit<ChatIdentity, "settled"> {
	if (!match) return {};
	const reading = (value: string): Reading<string> => ({
		value,
		strategy: "contact-db-name",
		sureness: "guess",
	});
	return {
		chatId: reading(match.id),
		phoneId: match.phoneId === undefined || match.phoneId === match.id ? undefined : reading(match.phoneId),
	};
}
