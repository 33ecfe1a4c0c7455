import { ChevronRight, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { CrmFailureNotice } from "@/components/crm-answer/crm-failure-notice";
import { useCustomerContext } from "@/components/hooks/use-customer-context";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { hrefOf } from "@/components/settings/shell/place";
import { CodeBlock } from "@/components/ui/code-block";
import { isObject } from "@/lib/core/is-object";
import type { ContextAnswer } from "@/lib/crm/customer-context";
import { readExtraFields } from "@/lib/crm/read-extra";
import type { CustomerQuery } from "@/lib/crm/request";
import { AgeLine } from "./age-line";
import { ExtraFieldList } from "./extra-fields";

/** So many fields are listed; all of them are in the answer as it came. */
const mostFields = 100;

/** What the CRM tells the assistant of a customer, folded: it is asked for by opening it. */
export default function AssistantContext({ tabId, question }: { tabId: number; question: CustomerQuery }) {
	const [opened, setOpened] = useState(false);
	const { answer, isAsking, refresh } = useCustomerContext(tabId, question, opened);
	const openSettings = useOpenSettings();
	const { context, failure } = answer ?? {};
	return (
		<details
			data-testid="assistant-context"
			className="group mx-3 mb-3 overflow-hidden rounded-xl border border-line bg-surface"
			onToggle={(event) => event.currentTarget.open && setOpened(true)}
		>
			<summary className="flex list-none items-center gap-2 px-3.5 py-2.5 font-semibold text-[0.93rem] outline-offset-[-3px]">
				<ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft group-open:rotate-90" />
				{i18n.t("context.title")}
			</summary>
			<div className="px-3.5 pb-3">
				{isAsking && !context && (
					<p role="status" className="flex items-center gap-2 text-[0.93rem] text-ink-soft">
						<LoaderCircle aria-hidden className="size-3.5 animate-spin" />
						{i18n.t("context.loading")}
					</p>
				)}
				{failure && !isAsking && (
					<CrmFailureNotice
						failure={failure}
						tone={context ? "warn" : "bad"}
						className="mb-2"
						retrying={isAsking}
						retry={refresh}
						granted={refresh}
						changeConnection={() =>
							openSettings(hrefOf({ route: "crm-endpoints", target: "ai_CustomerInitialInfo" }))
						}
					/>
				)}
				{context && <Known context={context} isAsking={isAsking} refresh={refresh} />}
			</div>
		</details>
	);
}

type KnownProps = { context: NonNullable<ContextAnswer["context"]>; isAsking: boolean; refresh(): void };

function Known({ context: { value, fetchedAt }, isAsking, refresh }: KnownProps) {
	return (
		<>
			<AgeLine
				fetchedAt={fetchedAt}
				refreshing={isAsking}
				label={i18n.t("context.refresh")}
				refresh={refresh}
				className="mb-1.5 text-ink-soft"
			/>
			{typeof value === "string" ? (
				<p className="max-h-96 overflow-y-auto whitespace-pre-line break-words text-[0.93rem]">{value}</p>
			) : (
				<Fields value={value} />
			)}
		</>
	);
}

function Fields({ value }: { value: unknown }) {
	const fields = isObject(value) ? readExtraFields(value) : [];
	if (fields.length === 0) return <p className="text-ink-soft">{i18n.t("context.empty")}</p>;
	return (
		<>
			<ExtraFieldList fields={fields.slice(0, mostFields)} />
			{fields.length > mostFields && (
				<p className="mt-1 text-ink-soft">{i18n.t("values.more", fields.length - mostFields)}</p>
			)}
			<details className="mt-2 text-[0.86rem]">
				<summary className="text-ink-soft">{i18n.t("context.raw")}</summary>
				<CodeBlock label={i18n.t("context.title")} code={JSON.stringify(value, null, 2)} className="mt-1" />
			</details>
		</>
	);
}
