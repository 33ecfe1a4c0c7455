import { KeyRound, RotateCw } from "lucide-react";
import { i18n } from "#i18n";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CustomerSearchFailure } from "@/lib/messaging/protocol";
import { failureText } from "../failure-text";
import { SetUpSearch } from "./find-button";

/** Why the CRM found nobody to show, and what can be done about it. */
export function SearchFailure({ failure, retry }: { failure: CustomerSearchFailure; retry(): void }) {
	const grant = useGrant();
	if (failure.reason === "not-configured") return <SetUpSearch />;
	// What was given up for something newer is no failure.
	if (failure.reason === "cancelled") return null;
	const { title, text } = failureText(failure);
	return (
		<Notice
			tone={failure.reason === "permission-missing" ? "info" : "bad"}
			className="mx-3"
			title={title}
			action={
				failure.reason === "permission-missing" ? (
					<Button
						look="primary"
						size="small"
						onClick={() => grant.mutate(failure.origin, { onSuccess: retry })}
					>
						<KeyRound aria-hidden />
						{i18n.t("failures.grant")}
					</Button>
				) : (
					<Button size="small" onClick={retry}>
						<RotateCw aria-hidden />
						{i18n.t("failures.retry")}
					</Button>
				)
			}
		>
			<p>{text}</p>
		</Notice>
	);
}
