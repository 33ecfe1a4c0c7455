import { KeyRound } from "lucide-react";
import type { UseFormReturn } from "react-hook-form";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { masked } from "@/lib/crm/auth-field";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { Connection } from "./connection";
import { type OfferedSignIn, offeredSignIns } from "./offered-sign-ins";

type SignInOfferProps = {
	form: UseFormReturn<Connection>;
	current?: Endpoint;
	others: readonly Endpoint[];
};

/** The sign-in of another endpoint of the same server, to be taken with one click. Its secret is not shown here either. */
export function SignInOffer({ form: { watch, setValue, clearErrors }, current, others }: SignInOfferProps) {
	const values = watch();
	const offered = current?.auth ? [] : offeredSignIns(values, others);
	const taken = offered.find((one) => isTaken(one, values));
	if (taken)
		return <p className="text-[0.86rem] text-ink-soft">{i18n.t("anyCrm.signIn.taken", [taken.title])}</p>;
	const take = (one: OfferedSignIn) => {
		for (const name of ["authType", "fields", "username", "password"] as const)
			setValue(name, one.values[name], { shouldDirty: true });
		clearErrors(["authType", "fields", "username"]);
	};
	// Whoever is typing another sign-in is not asked.
	if (values.authType !== "none") return null;
	return offered.map((one) => (
		<Button key={one.title} size="small" className="max-w-full" onClick={() => take(one)}>
			<KeyRound aria-hidden />
			<span className="truncate">{i18n.t("anyCrm.signIn.use", [one.title])}</span>
		</Button>
	));
}

const isTaken = ({ values: offered }: OfferedSignIn, values: Connection): boolean =>
	values.authType === offered.authType &&
	(offered.authType === "basic"
		? values.password === masked && values.username === offered.username
		: JSON.stringify(values.fields) === JSON.stringify(offered.fields));
