import { createApprovals as createAny, type Approvals as OfAny, type Waiting } from "@/lib/core/approvals";
import type { Clock } from "@/lib/core/clock";
import { z } from "@/lib/core/schema";
import type { ValueStorage } from "@/lib/core/storage";

export { approvalMs } from "@/lib/core/approvals";

const callSchema = z.object({
	tabId: z.number(),
	conversation: z.string(),
	name: z.string(),
	/** JSON text. */
	arguments: z.string(),
});

/** A call that waits for a person, and what their approval is bound to. */
export type WaitingCall = Waiting<z.infer<typeof callSchema>>;

/** The calls of functions that wait for a person. */
export type Approvals = OfAny<WaitingCall["call"]>;

type ApprovalPorts = {
	storage: ValueStorage;
	now: Clock;
	/** A random value of 128 bits or more. */
	randomId(): string;
};

export const createApprovals = (ports: ApprovalPorts): Approvals =>
	createAny({ ...ports, schema: callSchema, sizeOf: (call) => call.arguments.length });
