import { AtSign } from "lucide-react";
import { type FormEvent, useState } from "react";
import { i18n } from "#i18n";
import { useLinkPhone } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Input } from "@/components/ui/field";
import { FindButton } from "./link/find-button";
import type { Linking } from "./link/use-linking";

type UnidentifiedProps = {
	tabId: number;
	name: string;
	unreadable: boolean;
	linking: Linking | undefined;
};

/**
 * A conversation whose number is not known: WhatsApp shows a name or a username only. The agent can find the customer, or
 * type the number.
 */
export function Unidentified({ tabId, name, unreadable, linking }: UnidentifiedProps) {
	const [phone, setPhone] = useState("");
	const link = useLinkPhone(tabId, name);
	const refused = link.data && !link.data.ok ? link.data.failure.reason : undefined;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		link.mutate(phone);
	};
	return (
		<EmptyState
			icon={AtSign}
			title={name || i18n.t("states.unidentified.title")}
			text={unreadable ? i18n.t("states.unidentified.unreadable") : i18n.t("states.unidentified.text")}
		>
			{linking && (
				<div className="mb-4 border-line border-b pb-4">
					<FindButton find={linking.find} />
				</div>
			)}
			<form onSubmit={submit} className="flex flex-col gap-3 text-left">
				<Field
					label={i18n.t("states.unidentified.label")}
					hint={i18n.t("states.unidentified.hint")}
					error={
						refused === "not-a-phone"
							? i18n.t("states.unidentified.notAPhone")
							: refused === "no-conversation"
								? i18n.t("states.unidentified.noConversation")
								: undefined
					}
				>
					{(props) => (
						<Input
							{...props}
							type="tel"
							autoComplete="off"
							placeholder="+34 612 345 678"
							value={phone}
							onChange={(event) => setPhone(event.target.value)}
						/>
					)}
				</Field>
				<Button type="submit" disabled={phone.trim() === "" || link.isPending}>
					{i18n.t("states.unidentified.submit")}
				</Button>
			</form>
		</EmptyState>
	);
}
