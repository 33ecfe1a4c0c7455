import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useForgetPhone } from "@/components/hooks/use-stored-data";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

/** Forgets a number that was seen, one after the other, and says whether it was known at all. */
export function ForgetPhone({ close }: { close(): void }) {
	const [text, setText] = useState("");
	const forget = useForgetPhone();
	const form = useId();
	const { data } = forget;
	const refused = data?.ok === false && forget.variables === text ? data.failure.reason : undefined;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		forget.mutate(text, { onSuccess: (forgotten) => forgotten.ok && setText("") });
	};
	return (
		<Dialog
			title={i18n.t("settings.privacy.forgetPhone.title")}
			close={close}
			actions={
				<>
					<Button onClick={close}>{i18n.t("settings.privacy.forgetPhone.close")}</Button>
					<Button type="submit" form={form} look="danger" disabled={text.trim() === "" || forget.isPending}>
						{i18n.t("settings.privacy.forgetPhone.confirm")}
					</Button>
				</>
			}
		>
			<p>{i18n.t("settings.privacy.forgetPhone.text")}</p>
			<form id={form} onSubmit={submit} className="mt-3">
				<Field
					label={i18n.t("settings.privacy.forgetPhone.label")}
					{...(refused && { error: i18n.t(`settings.privacy.forgetPhone.${messageKey(refused)}`) })}
				>
					{(props) => (
						<Input
							{...props}
							autoComplete="off"
							placeholder="+34 612 345 678"
							value={text}
							onChange={(event) => setText(event.target.value)}
						/>
					)}
				</Field>
			</form>
			{data?.ok && (
				<Notice
					tone="info"
					className="mt-3"
					title={i18n.t(
						data.value.wasKnown
							? "settings.privacy.forgetPhone.forgotten"
							: "settings.privacy.forgetPhone.unknown",
						[data.value.phone],
					)}
				/>
			)}
		</Dialog>
	);
}
