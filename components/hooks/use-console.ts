import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ConsoleRequest, calledName } from "@/components/settings/console/read-call";
import { sendMessage } from "@/lib/messaging/client";
import type { JsonRpcResponse } from "@/lib/tools/json-rpc";
import type { ToolResponse } from "@/lib/tools/tool";
import { toolQueriesKey } from "./use-tool";

/** A call that was made from `text`, what came back, and how long that took in ms. */
export type ConsoleAnswer = {
	id: string;
	text: string;
	request: ConsoleRequest;
	response: ToolResponse | JsonRpcResponse;
	durationMs: number;
	/** The change of the settings it made, by its id in their history. */
	change?: number;
};

/** Makes the call that `text` was read as, and tells `answered` of it. */
export function useRunCall(answered: (answer: ConsoleAnswer) => void) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: async ({ text, request }: Pick<ConsoleAnswer, "text" | "request">) => {
			const before = await lastChange();
			const start = performance.now();
			const response =
				request.kind === "call"
					? await sendMessage("callTool", request.call)
					: await sendMessage("answerRpc", { message: request.message });
			const durationMs = performance.now() - start;
			const after = await lastChange();
			// Another page may have changed something in the meantime.
			const made = after?.id !== before?.id && after?.origin === calledName(request);
			const change = made ? after?.id : undefined;
			return { id: crypto.randomUUID(), text, request, response, durationMs, change };
		},
		onSuccess: answered,
		// A test changes what is known of an endpoint's health, although it changes no setting.
		onSettled: () => void client.invalidateQueries({ queryKey: toolQueriesKey }),
	});
}

async function lastChange(): Promise<{ id: number; origin: string } | undefined> {
	const { history } = await sendMessage("getSettingsOverview");
	return history[0];
}
