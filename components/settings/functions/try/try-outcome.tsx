import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { Protocol } from "@/lib/messaging/protocol";
import { CallAnswer, CallFailure } from "../calls/call-answer";

/** What came of trying a function out. */
export function TryOutcome({ outcome }: { outcome: ReturnType<Protocol["tryFunction"]> }) {
	if (outcome.ok)
		return (
			<div className="mt-5">
				<CallAnswer answer={outcome.value} />
			</div>
		);
	const { failure } = outcome;
	if (failure.reason === "secrets-missing")
		return (
			<Notice tone="bad" className="mt-5" title={i18n.t("functionCalls.notSent")}>
				{i18n.t("functionCalls.failures.secrets", [failure.fields.join(", ")])}
			</Notice>
		);
	return (
		<div className="mt-5">
			<CallFailure failure={failure} />
		</div>
	);
}
