import { ExternalLink, Mail, MapPin, Phone, Unlink } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useLinkPhone } from "@/components/hooks/use-panel-commands";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Customer } from "@/lib/crm/customer";
import { Avatar } from "./avatar";
import { LinkLine } from "./link/link-line";
import type { Linking } from "./link/use-linking";
import { WhoMenu } from "./link/who-menu";
import type { Person } from "./person";
import { stateTone } from "./state-tone";

type CustomerHeaderProps = {
	customer: Customer;
	person: Person;
	linking: Linking | undefined;
	tabId: number;
};

/** Who this is: name, state, tags, and how to reach them. */
export function CustomerHeader({ customer, person, linking, tabId }: CustomerHeaderProps) {
	const format = useFormat();
	const name = customer.name ?? person.name;
	const phone =
		customer.phone && digitsOf(customer.phone) !== digitsOf(person.phone)
			? customer.phone
			: person.phoneDisplay;
	return (
		<header className="px-4 pt-4 pb-2">
			<div className="flex items-start gap-3">
				<Avatar name={name} />
				<div className="min-w-0 flex-1">
					<h1 className="break-words font-semibold text-[1.25rem] leading-tight">{name}</h1>
					<div className="mt-1 flex flex-wrap items-center gap-1">
						{customer.state && <Badge tone={stateTone(customer.state)}>{customer.state}</Badge>}
						{tagsBeside(customer).map((tag) => (
							<Badge key={tag}>{tag}</Badge>
						))}
					</div>
				</div>
				{customer.shopUrl && (
					<a
						href={customer.shopUrl}
						target="_blank"
						rel="noopener noreferrer"
						title={i18n.t("customer.openInCrm")}
						aria-label={i18n.t("customer.openInCrm")}
						className="grid size-8 shrink-0 place-items-center rounded-lg border border-line bg-surface text-ink-soft hover:bg-sunken hover:text-ink"
					>
						<ExternalLink aria-hidden className="size-4" />
					</a>
				)}
				{linking && <WhoMenu customer={customer} linking={linking} />}
			</div>
			<dl className="mt-3 space-y-0.5">
				{phone && <Reach icon={<Phone aria-hidden />} label={i18n.t("customer.phone")} text={phone} copy />}
				{customer.email && (
					<Reach icon={<Mail aria-hidden />} label={i18n.t("customer.email")} text={customer.email} copy />
				)}
				{customer.address && (
					<Reach icon={<MapPin aria-hidden />} label={i18n.t("customer.address")} text={customer.address} />
				)}
			</dl>
			{customer.createdAt && (
				<p className="mt-1 text-[0.86rem] text-ink-soft">
					{i18n.t("customer.since", [format.date(customer.createdAt)])}
				</p>
			)}
			{linking && <LinkLine customer={customer} linking={linking} />}
			{person.byHand && <LinkedByHand tabId={tabId} name={person.name} />}
		</header>
	);
}

const digitsOf = (phone = "") => phone.replace(/\D/g, "");

/** Some CRMs repeat the state among the tags. */
function tagsBeside({ tags, state }: Customer): string[] {
	return [...new Set(tags)].filter((tag) => tag.toLowerCase() !== state?.toLowerCase());
}

type ReachProps = { icon: ReactNode; label: string; text: string; copy?: boolean };

function Reach({ icon, label, text, copy }: ReachProps) {
	return (
		<div className="flex min-h-6 items-center gap-2 [&>dt_svg]:size-3.5">
			<dt className="text-ink-soft">
				{icon}
				<span className="sr-only">{label}</span>
			</dt>
			<dd className="flex min-w-0 items-center gap-1">
				<span className="min-w-0 break-words tabular-nums [overflow-wrap:anywhere]">{text}</span>
				{copy && <CopyButton text={text} what={label} />}
			</dd>
		</div>
	);
}

function LinkedByHand({ tabId, name }: { tabId: number; name: string }) {
	const link = useLinkPhone(tabId, name);
	return (
		<p className="mt-1 flex items-center gap-1 text-[0.86rem] text-ink-soft">
			{i18n.t("customer.linkedByHand")}
			<Button look="quiet" size="small" className="h-6" onClick={() => link.mutate(null)}>
				<Unlink aria-hidden />
				{i18n.t("customer.unlink")}
			</Button>
		</p>
	);
}
