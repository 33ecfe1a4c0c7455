import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ApprovalAnswer, WaitingAsked } from "@/lib/bridge/asked-calls";
import { sendMessage } from "@/lib/messaging/client";
import { bridgeApprovalsValue, watchBridgeApprovals } from "@/lib/platform/storage";

/** The calls of programs that wait for a person, the oldest first; kept current by storage. */
export function useAskedCalls(): readonly WaitingAsked[] {
	const [waiting, setWaiting] = useState<readonly WaitingAsked[]>([]);
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		let told = false;
		watchBridgeApprovals((stored) => {
			told = true;
			setWaiting(waitingOf(stored));
		}, signal);
		// What storage has told meanwhile is newer than this answer.
		void bridgeApprovalsValue.get().then((stored) => {
			if (!told && !signal.aborted) setWaiting(waitingOf(stored));
		});
		return () => controller.abort();
	}, []);
	return waiting;
}

/** Answers one of them; false when that came too late. */
export const useAnswerCall = () =>
	useMutation({
		mutationFn: (input: { approval: string; answer: ApprovalAnswer }) =>
			sendMessage("answerBridgeCall", input),
	});

const waitingOf = (stored: unknown): readonly WaitingAsked[] => {
	const { waiting } = (stored ?? {}) as { waiting?: unknown };
	return Array.isArray(waiting) ? waiting : [];
};
