import { useState } from "react";
import { i18n } from "#i18n";
import { useAnswerCall } from "@/components/hooks/use-asked-calls";
import { Notice } from "@/components/ui/notice";
import type { ApprovalAnswer, WaitingAsked } from "@/lib/bridge/asked-calls";
import { clientKey } from "@/lib/bridge/client";
import { AskedCard } from "./asked-card";

/** The calls of programs that wait for a person, one below the other. */
export default function AskedList({ waiting }: { waiting: readonly WaitingAsked[] }) {
	const answering = useAnswerCall();
	const [late, setLate] = useState(false);
	const answer = async (approval: string, said: ApprovalAnswer) =>
		setLate(!(await answering.mutateAsync({ approval, answer: said })));
	const surroundings = `${late} ${waiting.map(({ approval }) => approval).join(" ")}`;
	return (
		<section aria-label={i18n.t("bridge.card.region")} aria-live="polite" className="space-y-2.5">
			{late && <Notice tone="warn" title={i18n.t("bridge.card.late")} />}
			{waiting.map((asked) => (
				<AskedCard
					key={asked.approval}
					asked={asked}
					surroundings={surroundings}
					more={
						waiting.filter(({ call }) => clientKey(call.client) === clientKey(asked.call.client)).length > 1
					}
					answer={(said) => void answer(asked.approval, said)}
				/>
			))}
		</section>
	);
}
