import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type AccessMissingProps = {
	/** The match pattern to be allowed. */
	pattern: string;
	className?: string;
	/** What cannot be done without it. */
	children: ReactNode;
};

/** Says that Chatside may not reach a host, and asks Chrome for it in place. */
export function AccessMissing({ pattern, className, children }: AccessMissingProps) {
	const grant = useGrant();
	return (
		<Notice
			tone="warn"
			className={className}
			title={i18n.t("failures.permission.title")}
			action={
				<Button size="small" onClick={() => grant.mutate(pattern)}>
					<KeyRound aria-hidden />
					{i18n.t("failures.grant")}
				</Button>
			}
		>
			{children}
			{grant.data === false && <p className="mt-1">{i18n.t("failures.permission.refused")}</p>}
		</Notice>
	);
}
