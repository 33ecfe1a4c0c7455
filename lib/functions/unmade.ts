import type { FunctionFailure } from "./call-outcome";

/** Why a call that waited for a person is not made: they said no, nobody waits for it any more, or nobody agreed in time. */
export const unmadeReasons = ["refused", "stopped", "expired"] as const;
export type UnmadeReason = (typeof unmadeReasons)[number];

/** What came of such a call. */
export const unmade = (because: UnmadeReason): FunctionFailure =>
	because === "refused" ? { reason: because } : { reason: "approval-void", detail: because };
