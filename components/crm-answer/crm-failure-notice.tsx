import { KeyRound, RotateCw, Settings2 } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CrmFailure } from "@/lib/crm/failure";

type CrmFailureNoticeProps = {
	failure: CrmFailure;
	/** What is asked for access is no error; `warn` where an older answer is still there. */
	tone: "warn" | "bad";
	retrying: boolean;
	retry(): void;
	/** Called when access to the host was just granted, where nothing else asks again by itself. */
	granted?(): void;
	changeConnection(): void;
	className?: string;
	children?: ReactNode;
};

/** Why the CRM gave no answer, and what can be done. */
export function CrmFailureNotice(props: CrmFailureNoticeProps) {
	const { failure, tone, retrying, retry, granted, changeConnection, className, children } = props;
	const grant = useGrant();
	const { title, text } = failureText(failure);
	const permission = failure.reason === "permission-missing";
	return (
		<Notice
			tone={permission ? "info" : tone}
			className={className}
			title={title}
			action={
				<>
					{permission ? (
						<Button
							look="primary"
							size="small"
							onClick={() => grant.mutate(failure.origin, { onSuccess: (given) => given && granted?.() })}
						>
							<KeyRound aria-hidden />
							{i18n.t("failures.grant")}
						</Button>
					) : (
						<Button size="small" onClick={retry} disabled={retrying}>
							<RotateCw aria-hidden />
							{i18n.t("failures.retry")}
						</Button>
					)}
					<Button look="quiet" size="small" onClick={changeConnection}>
						<Settings2 aria-hidden />
						{i18n.t("failures.changeConnection")}
					</Button>
				</>
			}
		>
			<p>{text}</p>
			{"excerpt" in failure && failure.excerpt && (
				<p className="mt-1 line-clamp-3 break-all rounded bg-surface/60 px-1.5 py-1 font-mono text-[0.8rem]">
					{failure.excerpt}
				</p>
			)}
			{children}
			{permission && grant.data === false && <p className="mt-1">{i18n.t("failures.permission.refused")}</p>}
		</Notice>
	);
}
