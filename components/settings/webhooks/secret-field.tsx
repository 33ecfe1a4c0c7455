import { Eye, EyeOff, RefreshCw, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { newSecret, useRevealSecret } from "@/components/hooks/use-webhook";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input } from "@/components/ui/field";
import { masked } from "@/lib/crm/auth-field";
import { secretProblem } from "@/lib/webhooks/sign";
import { LockedBadge } from "../locked-badge";

type SecretFieldProps = {
	hasStored: boolean;
	locked: boolean;
	/** A new secret; undefined while the stored one stays, empty when it is to be removed. */
	value: string | undefined;
	change(secret: string | undefined): void;
};

/** The secret: generated or typed, shown only when asked for. */
export function SecretField({ hasStored, locked, value, change }: SecretFieldProps) {
	const [shown, setShown] = useState(false);
	const [touched, setTouched] = useState(false);
	const reveal = useRevealSecret();
	const stored = reveal.data?.ok ? reveal.data.value : undefined;
	const problem = value ? secretProblem(value) : null;
	const kept = value === undefined;
	const visible = kept ? (shown ? stored : undefined) : value;
	const toggle = () => {
		if (!shown && kept && hasStored) reveal.mutate();
		setShown(!shown);
	};
	return (
		<div id="secret">
			<Field
				label={i18n.t("settings.webhooks.secret.label")}
				hint={locked ? <LockedBadge /> : i18n.t(`settings.webhooks.secret.${stateOf(hasStored, value)}`)}
				error={
					touched && problem ? i18n.t(`settings.webhooks.secret.problems.${messageKey(problem)}`) : undefined
				}
			>
				{(props) => (
					<div className="flex gap-1">
						<Input
							{...props}
							type={shown ? "text" : "password"}
							autoComplete="off"
							spellCheck={false}
							className="font-mono"
							disabled={locked}
							value={visible ?? (hasStored && kept ? masked : "")}
							onFocus={() => kept && hasStored && change("")}
							onBlur={() => {
								setTouched(true);
								if (value === "" && hasStored) change(undefined);
							}}
							onChange={(event) => change(event.target.value)}
						/>
						<Button
							look="quiet"
							size="icon"
							className="size-9"
							aria-pressed={shown}
							aria-label={i18n.t("settings.webhooks.secret.reveal")}
							title={i18n.t("settings.webhooks.secret.reveal")}
							onClick={toggle}
						>
							{shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
						</Button>
						{visible && (
							<div className="grid place-items-center">
								<CopyButton text={visible} what={i18n.t("settings.webhooks.secret.label")} />
							</div>
						)}
					</div>
				)}
			</Field>
			{!locked && (
				<div className="mt-2 flex flex-wrap gap-2">
					<Button
						size="small"
						onClick={() => {
							change(newSecret());
							setShown(true);
						}}
					>
						<RefreshCw aria-hidden />
						{i18n.t(hasStored ? "settings.webhooks.secret.rotate" : "settings.webhooks.secret.generate")}
					</Button>
					{hasStored && kept && (
						<Button size="small" look="quiet" onClick={() => change("")}>
							<Trash2 aria-hidden />
							{i18n.t("settings.webhooks.secret.remove")}
						</Button>
					)}
					{!kept && hasStored && (
						<Button size="small" look="quiet" onClick={() => change(undefined)}>
							<Undo2 aria-hidden />
							{i18n.t("settings.webhooks.secret.keep")}
						</Button>
					)}
				</div>
			)}
		</div>
	);
}

function stateOf(hasStored: boolean, value: string | undefined) {
	if (value === undefined) return hasStored ? "stored" : "none";
	if (value === "") return hasStored ? "removing" : "none";
	return "new";
}
