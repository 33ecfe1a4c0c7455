import { fail } from "@/lib/core/result";
import type { ApprovalRequest } from "@/lib/functions/call-request";
import { type UnmadeReason, unmade } from "@/lib/functions/unmade";
import type { CallOutcome } from "./run";

export type ApprovalPorts = {
	/** A person has agreed: has the call made. */
	approve(approval: string): Promise<CallOutcome>;
	/** The call is not made, and why. */
	refuse(approval: string, because: UnmadeReason): void;
	/** Runs a task at that time (ms since the epoch); gives a way to drop it. */
	at(time: number, task: () => void): () => void;
};

export type PendingApprovals = ReturnType<typeof createPendingApprovals>;

/** Calls that wait for a person. Each is answered once: by the person, by its time being over, or by being let go of. */
export function createPendingApprovals(ports: ApprovalPorts) {
	const waiting = new Map<string, (answer: () => CallOutcome | Promise<CallOutcome>) => void>();
	const answer = (approval: string, give: () => CallOutcome | Promise<CallOutcome>) =>
		waiting.get(approval)?.(give);
	const refuse = (approval: string, because: UnmadeReason) =>
		answer(approval, () => {
			ports.refuse(approval, because);
			return fail(unmade(because));
		});

	return {
		/** Waits for a person's word on a call; once the signal is aborted it is let go of. */
		wait({ approval, expiresAt }: ApprovalRequest, signal: AbortSignal): Promise<CallOutcome> {
			return new Promise((resolve) => {
				const letGo = () => refuse(approval, "stopped");
				const dropTimer = ports.at(expiresAt, () => refuse(approval, "expired"));
				waiting.set(approval, (give) => {
					waiting.delete(approval);
					dropTimer();
					signal.removeEventListener("abort", letGo);
					resolve(give());
				});
				signal.addEventListener("abort", letGo);
				if (signal.aborted) letGo();
			});
		},
		approve: (approval: string) => answer(approval, () => ports.approve(approval)),
		refuse: (approval: string) => refuse(approval, "refused"),
	};
}
