import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Endpoint } from "@/lib/crm/endpoint";

type ConnectionSummaryProps = {
	endpoint: Endpoint;
	tested: boolean;
	saving: boolean;
	problem?: string;
	back(): void;
	save(): void;
};

/** What will be stored, before it is. */
export function ConnectionSummary({ endpoint, tested, saving, problem, back, save }: ConnectionSummaryProps) {
	const lines = [
		{ label: i18n.t("connect.url"), value: endpoint.url },
		{ label: i18n.t("connect.method"), value: endpoint.method },
		{ label: i18n.t("connect.auth"), value: i18n.t(`connect.authTypes.${endpoint.auth?.type ?? "none"}`) },
	];
	return (
		<>
			<dl className="divide-y divide-line rounded-xl border border-line bg-surface">
				{lines.map(({ label, value }) => (
					<div key={label} className="px-3.5 py-2.5">
						<dt className="text-[0.86rem] text-ink-soft">{label}</dt>
						<dd className="break-all">{value}</dd>
					</div>
				))}
			</dl>
			<p className="mt-3 text-[0.93rem] text-ink-soft">{i18n.t("connect.saveNote")}</p>
			{!tested && <Notice tone="warn" className="mt-3" title={i18n.t("connect.untested")} />}
			{problem && (
				<Notice tone="bad" className="mt-3" title={i18n.t("connect.notSaved")}>
					{problem}
				</Notice>
			)}
			<div className="mt-5 flex justify-end gap-2">
				<Button onClick={back}>{i18n.t("connect.back")}</Button>
				<Button look="primary" onClick={save} disabled={saving}>
					{i18n.t("connect.save")}
				</Button>
			</div>
		</>
	);
}
