import { useState } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { sizeText } from "@/components/format/size";
import { useFormat } from "@/components/format/use-format";
import { useStoredData } from "@/components/hooks/use-stored-data";
import { Button } from "@/components/ui/button";
import type { StoredAmount, StoredKindName } from "@/lib/platform/stored-kind";
import { SettingsSection } from "../settings-section";
import { DeleteKind } from "./delete-kind";
import { ForgetPhone } from "./forget-phone";

/** What is stored, kind by kind: how much, since when, and deleting it. */
export function StoredDataPart() {
	const { data: amounts } = useStoredData();
	const [deleting, setDeleting] = useState<StoredKindName>();
	const [forgets, setForgets] = useState(false);
	const { locale } = useFormat();
	if (!amounts) return null;
	const total = amounts.reduce((sum, { bytes }) => sum + bytes, 0);
	return (
		<SettingsSection
			anchor="stored"
			title={i18n.t("settings.privacy.stored.title")}
			intro={`${i18n.t("settings.privacy.stored.intro")} ${i18n.t("settings.privacy.stored.total", [sizeText(total, locale)])}.`}
		>
			<ul className="divide-y divide-line">
				{amounts.map((amount) => (
					<Row
						key={amount.kind}
						amount={amount}
						remove={() => setDeleting(amount.kind)}
						{...(amount.kind === "seen-phones" && { forgetOne: () => setForgets(true) })}
					/>
				))}
			</ul>
			{deleting && <DeleteKind kind={deleting} close={() => setDeleting(undefined)} />}
			{forgets && <ForgetPhone close={() => setForgets(false)} />}
		</SettingsSection>
	);
}

type RowProps = {
	amount: StoredAmount;
	remove(): void;
	/** Where one of them can go alone. */
	forgetOne?(): void;
};

function Row({ amount, remove, forgetOne }: RowProps) {
	const { kind, count, bytes, since } = amount;
	const { locale, date } = useFormat();
	const key = messageKey(kind);
	const title = i18n.t(`settings.privacy.stored.kinds.${key}.title`);
	return (
		<li data-kind={kind} className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-3 first:pt-0 last:pb-0">
			<div className="min-w-0 flex-1 basis-56">
				<h3 className="font-medium">{title}</h3>
				<p className="text-[0.93rem] text-ink-soft">{i18n.t(`settings.privacy.stored.kinds.${key}.text`)}</p>
			</div>
			<p className="min-w-0 flex-1 basis-32 text-[0.93rem] tabular-nums sm:max-w-44 sm:text-right">
				{count === 0 ? (
					<span className="text-ink-soft">{i18n.t("settings.privacy.stored.nothing")}</span>
				) : (
					<>
						{i18n.t(`settings.privacy.stored.kinds.${key}.count`, count)} · {sizeText(bytes, locale)}
						{since !== undefined && (
							<span className="block text-ink-soft">
								{i18n.t("settings.privacy.stored.since", [date(new Date(since).toISOString())])}
							</span>
						)}
					</>
				)}
			</p>
			<div className="flex flex-wrap gap-2">
				{forgetOne && (
					<Button size="small" disabled={count === 0} onClick={forgetOne}>
						{i18n.t("settings.privacy.forgetPhone.open")}
					</Button>
				)}
				<Button
					size="small"
					disabled={count === 0}
					aria-label={i18n.t("settings.privacy.stored.deleteKind", [title])}
					onClick={remove}
				>
					{i18n.t("settings.privacy.stored.delete")}
				</Button>
			</div>
		</li>
	);
}
