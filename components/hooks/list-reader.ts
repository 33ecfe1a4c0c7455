import { type KnownRows, nothingKnown, type RowPage, type Sequenced, withPage } from "@/lib/core/known-rows";

/** The rows before that one, or the newest. */
export type PageRequest = { before?: number; limit: number };

type ReaderPorts<Row extends Sequenced> = {
	/** Reads a page of the list. */
	read(page: PageRequest): Promise<RowPage<Row>>;
	/** Called with what is known, whenever that has changed. */
	show(known: KnownRows<Row>): void;
	signal: AbortSignal;
};

const pageSize = 100;
/** So many rows before its end the list is continued, and so many around the visible ones are kept current. */
const margin = 30;

/**
 * Reads a list as far as it is looked at, and keeps what is looked at current: the newest rows and those in view, and
 * not the thousands in between. One request at a time; what has become of the rest is read when it comes into view.
 */
export function createListReader<Row extends Sequenced>({ read, show, signal }: ReaderPorts<Row>) {
	let known: KnownRows<Row> = nothingKnown;
	let range = { first: 0, last: 0 };
	let headIsOld = true;
	let viewIsOld = false;
	/** Something has changed since rows out of view were read. */
	let restIsOld = false;
	let running: Promise<void> | undefined;

	const run = (): Promise<void> => {
		running ??= readOn().finally(() => {
			running = undefined;
		});
		return running;
	};

	async function readOn(): Promise<void> {
		while (!signal.aborted) {
			if (headIsOld) await readHead();
			else if (viewIsOld) await readView();
			else if (isNearEnd()) await readPage(known.next);
			else return;
		}
	}

	const isNearEnd = () => known.next !== undefined && range.last + margin >= known.rows.length;

	/** From the newest down to what was the newest before. */
	async function readHead(): Promise<void> {
		headIsOld = false;
		const newest = known.rows[0]?.seq;
		let next = await readPage(undefined);
		while (!signal.aborted && next !== undefined && newest !== undefined && next > newest)
			next = await readPage(next);
	}

	async function readView(): Promise<void> {
		viewIsOld = false;
		const first: Row | undefined = known.rows[Math.max(range.first - margin, 0)];
		// The head has just been read.
		if (!first || range.last + margin < pageSize) return;
		await readPage(first.seq + 1, range.last - range.first + 2 * margin);
	}

	async function readPage(before: number | undefined, limit = pageSize): Promise<number | undefined> {
		const isFirst = before === undefined || before === Number.POSITIVE_INFINITY;
		const page = await read({ ...(!isFirst && { before }), limit });
		if (signal.aborted) return undefined;
		known = withPage(known, page, before);
		show(known);
		return page.next;
	}

	return {
		/** Something has changed: reads anew what is looked at. */
		refresh(): Promise<void> {
			headIsOld = viewIsOld = restIsOld = true;
			return run();
		},
		/** The rows from `first` to `last`, counted from 0, are in view. */
		look(first: number, last: number): Promise<void> {
			if (restIsOld && first !== range.first) viewIsOld = true;
			range = { first, last };
			return run();
		},
	};
}
