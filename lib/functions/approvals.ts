import type { Clock } from "@/lib/core/clock";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";

/** How long a person may take to agree, in ms. */
export const approvalMs = 5 * 60_000;
const mostWaiting = 20;
/** In characters of their arguments: the session area has ten megabytes for everybody. */
const mostCharacters = 3_000_000;

const waitingSchema = z.object({
	approval: z.string(),
	hash: z.string(),
	expiresAt: z.number(),
	call: z.object({
		tabId: z.number(),
		conversation: z.string(),
		name: z.string(),
		/** JSON text. */
		arguments: z.string(),
	}),
});
const storedSchema = z.object({
	waiting: z.array(waitingSchema),
	/** Those that were taken, so that a second click is told what happened. */
	used: z.array(z.object({ approval: z.string(), until: z.number() })),
});

/** A call that waits for a person, and what their approval is bound to. */
export type WaitingCall = z.infer<typeof waitingSchema>;

/** The calls that wait. Stored, because a worker need not live until somebody has read what is asked. */
export type Approvals = {
	/** Keeps a call; gives what names it, which cannot be guessed. */
	open(hash: string, call: WaitingCall["call"]): Promise<WaitingCall>;
	/** Takes a call out, whatever becomes of it: of two who want it, one comes too late. */
	take(approval: string): Promise<Result<WaitingCall, "expired" | "used">>;
	/** Takes out all whose time is over; each is given once. */
	takeExpired(): Promise<WaitingCall[]>;
};

type ApprovalPorts = {
	storage: ValueStorage;
	now: Clock;
	/** A random value of 128 bits or more. */
	randomId(): string;
};

export function createApprovals({ storage, now, randomId }: ApprovalPorts): Approvals {
	const exclusively = createMutex();
	async function read() {
		const stored = storedSchema.safeParse(await storage.get());
		const { waiting, used } = stored.success ? stored.data : { waiting: [], used: [] };
		return {
			waiting,
			used: used.filter(({ until }) => now() < until),
		};
	}
	const isOver = ({ expiresAt }: WaitingCall) => now() >= expiresAt;
	return {
		open: (hash, call) =>
			exclusively(async () => {
				const { waiting, used } = await read();
				const opened = { approval: randomId(), hash, expiresAt: now() + approvalMs, call };
				await storage.set({ waiting: newest([...waiting, opened]), used });
				return opened;
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
		takeExpired: () =>
			exclusively(async () => {
				const { waiting, used } = await read();
				const over = waiting.filter(isOver);
				if (over.length > 0)
					await storage.set({ waiting: waiting.filter((one) => !over.includes(one)), used });
				return over;
			}),
	};
}

/** As many as there is room for. */
function newest(waiting: readonly WaitingCall[]): WaitingCall[] {
	let characters = 0;
	const kept = waiting
		.slice(-mostWaiting)
		.toReversed()
		.filter(({ call }) => {
			characters += call.arguments.length;
			return characters <= mostCharacters;
		});
	return kept.toReversed();
}
