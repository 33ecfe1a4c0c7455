import type { Clock } from "./clock";
import { createMutex } from "./mutex";
import { fail, ok, type Result } from "./result";
import { z } from "./schema";
import type { ValueStorage } from "./storage";

/** How long a person may take to agree, in ms. */
export const approvalMs = 5 * 60_000;
/** More than that wait for nobody: the oldest make room. */
export const mostWaiting = 20;
/** In characters: the session area has ten megabytes for everybody. */
const mostCharacters = 3_000_000;

/** Something that waits for a person, and what their approval is bound to. */
export type Waiting<Call> = {
	/** Names it, and cannot be guessed. */
	approval: string;
	hash: string;
	/** ms since the epoch. */
	expiresAt: number;
	call: Call;
};

/** The calls that wait. Stored, because a worker need not live until somebody has read what is asked. */
export type Approvals<Call> = {
	/** Keeps a call; gives what names it, which cannot be guessed. */
	open(hash: string, call: Call): Promise<Waiting<Call>>;
	/** Puts a call in the place of one, with the time that one has left; undefined when that is gone. What names it is new. */
	replace(approval: string, hash: string, call: Call): Promise<Waiting<Call> | undefined>;
	/** Takes a call out, whatever becomes of it: of two who want it, one comes too late. */
	take(approval: string): Promise<Result<Waiting<Call>, "expired" | "used">>;
	/** Takes out all whose time is over; each is given once. */
	takeExpired(): Promise<Waiting<Call>[]>;
	/** Takes out all there are. */
	takeAll(): Promise<Waiting<Call>[]>;
};

type ApprovalPorts<Call> = {
	storage: ValueStorage;
	now: Clock;
	/** A random value of 128 bits or more. */
	randomId(): string;
	schema: z.ZodType<Call>;
	/** How many characters a call takes. */
	sizeOf(call: Call): number;
};

export function createApprovals<Call>({
	storage,
	now,
	randomId,
	schema,
	sizeOf,
}: ApprovalPorts<Call>): Approvals<Call> {
	const exclusively = createMutex();
	const storedSchema = storedSchemaOf(schema);
	async function read() {
		const stored = storedSchema.safeParse(await storage.get());
		const { waiting, used } = stored.success ? stored.data : { waiting: [], used: [] };
		return {
			waiting: waiting as Waiting<Call>[],
			used: used.filter(({ until }) => now() < until),
		};
	}
	const isOver = ({ expiresAt }: Waiting<Call>) => now() >= expiresAt;
	const takeThose = (wanted: (one: Waiting<Call>) => boolean) =>
		exclusively(async () => {
			const { waiting, used } = await read();
			const taken = waiting.filter(wanted);
			if (taken.length > 0)
				await storage.set({ waiting: waiting.filter((one) => !taken.includes(one)), used });
			return taken;
		});

	/** As many as there is room for. */
	function newest(waiting: readonly Waiting<Call>[]): Waiting<Call>[] {
		let characters = 0;
		const kept = waiting
			.slice(-mostWaiting)
			.toReversed()
			.filter(({ call }) => {
				characters += sizeOf(call);
				return characters <= mostCharacters;
			});
		return kept.toReversed();
	}

	return {
		open: (hash, call) =>
			exclusively(async () => {
				const { waiting, used } = await read();
				const opened = { approval: randomId(), hash, expiresAt: now() + approvalMs, call };
				await storage.set({ waiting: newest([...waiting, opened]), used });
				return opened;
			}),
		replace: (approval, hash, call) =>
			exclusively(async () => {
				const { waiting, used } = await read();
				const before = waiting.find((one) => one.approval === approval);
				if (!before || isOver(before)) return undefined;
				const replaced = { ...before, approval: randomId(), hash, call };
				await storage.set({ waiting: waiting.map((one) => (one === before ? replaced : one)), used });
				return replaced;
			}),
		take: (approval) =>
			exclusively(async () => {
				const { waiting, used } = await read();
				const wanted = waiting.find((one) => one.approval === approval);
				if (!wanted || isOver(wanted))
					return fail(used.some((one) => one.approval === approval) ? "used" : "expired");
				await storage.set({
					waiting: waiting.filter((one) => one !== wanted),
					used: [...used, { approval, until: now() + approvalMs }].slice(-mostWaiting),
				});
				return ok(wanted);
			}),
		takeExpired: () => takeThose(isOver),
		takeAll: () => takeThose(() => true),
	};
}

const storedSchemaOf = (call: z.ZodType) =>
	z.object({
		waiting: z.array(z.object({ approval: z.string(), hash: z.string(), expiresAt: z.number(), call })),
		/** Those that were taken, so that a second click is told what happened. */
		used: z.array(z.object({ approval: z.string(), until: z.number() })),
	});
