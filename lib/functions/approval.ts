import { hashText } from "@/lib/core/hash";
import type { JsonObject } from "@/lib/core/is-object";
import { canonicalJson } from "@/lib/settings/items";
import type { ApprovalRequest } from "./call-request";
import type { CustomFunction } from "./definition";

/**
 * Why a call has to be approved by a person; undefined when it runs. `tainted`: words of the customer, the CRM or a
 * function were in what the model saw, and whoever wrote them may have wanted just this call (docs/contract.md, section 5).
 */
export function approvalReason(
	{ approval, method, allow_tainted = false }: CustomFunction,
	tainted: boolean,
): ApprovalRequest["because"] | undefined {
	const writes = method !== "GET";
	switch (approval) {
		case "always":
			return "always";
		case "writes":
			return writes ? "writes" : undefined;
		case "never":
			return writes && tainted && !allow_tainted ? "tainted" : undefined;
	}
}

/** Everything an approval is good for, and for nothing else. */
export type ApprovedCall = {
	definition: CustomFunction;
	chosen: JsonObject;
	/** As they are sent, the phone of the conversation among them. */
	fixed: JsonObject;
	tabId: number;
	conversation: string;
};

/** SHA-256 of all of it, the credentials included: what is changed in any way has another. */
export const approvalHash = (call: ApprovedCall): Promise<string> => hashText(canonicalJson(call));
