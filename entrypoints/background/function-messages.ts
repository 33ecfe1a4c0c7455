import { createApprovals } from "@/lib/functions/approvals";
import { createFunctionCalls, previewCall } from "@/lib/functions/function-calls";
import { handle } from "@/lib/messaging/server";
import { everyDay } from "@/lib/platform/alarms";
import { functionApprovalsValue } from "@/lib/platform/storage";
import { keepSecrets } from "@/lib/settings/secrets";
import type { Conversations } from "./conversations";
import type { Services } from "./services";

/** The messages that call functions, and those about the calls that were made. */
export function setupFunctionMessages(
	{ settings, functionLog, tools: { http, hasPermission, randomId, now } }: Services,
	conversations: Pick<Conversations, "get">,
): void {
	everyDay("prune-function-calls", () => void functionLog.prune().catch(() => undefined));
	const definitions = async () => {
		const read = await settings.read();
		return read.ok ? read.value.custom_functions : [];
	};
	const calls = createFunctionCalls({
		definitions,
		conversation: conversations.get,
		approvals: createApprovals({ storage: functionApprovalsValue, now, randomId }),
		hasPermission,
		http,
		now,
		record: functionLog.record,
	});

	handle("requestFunctionCall", calls.request);
	handle("approveFunctionCall", ({ approval }) => calls.approve(approval));
	handle("refuseFunctionCall", ({ approval, because }) => calls.refuse(approval, because));
	handle("tryFunction", async ({ definition, current, arguments: text, phone }) => {
		const stored = (await definitions()).find(({ name }) => name === current);
		const complete = keepSecrets(definition, stored);
		return complete.ok ? calls.tryOut(complete.value, text, phone) : complete;
	});
	handle("previewFunction", ({ definition, arguments: text, phone }) => previewCall(definition, text, phone));
	// No timer outlives a worker: whoever asks for the log has it completed first.
	handle("getFunctionCallAmount", async () => {
		await calls.recordExpired();
		return functionLog.amount();
	});
	handle("listFunctionCalls", async ({ filter, ...page }) => {
		await calls.recordExpired();
		return functionLog.list(filter, page);
	});
	handle("removeFunctionCalls", ({ filter }) => functionLog.remove(filter));
}
