import {
	AlarmClock,
	Ban,
	CalendarDays,
	Check,
	CircleCheck,
	CircleHelp,
	MessageSquareText,
	ShoppingBag,
	Sunrise,
	TextCursorInput,
	UserX,
	X,
} from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { type DismissReason, dismissReasons, type FollowUpAction } from "@/lib/followup/follow-up";
import { snoozedUntil, snoozes } from "@/lib/followup/snooze";

type FollowUpCommandsProps = {
	/** While something is being done, nothing else can be. */
	busy: boolean;
	/** There is nothing to insert. */
	isBlank: boolean;
	open(): void;
	insert(): void;
	act(action: FollowUpAction): void;
};

const snoozeIcons = { tomorrow: Sunrise, days: AlarmClock, week: CalendarDays };
const reasonIcons: Record<DismissReason, typeof X> = {
	"no-interest": Ban,
	"bought-elsewhere": ShoppingBag,
	"not-a-sale": UserX,
	"already-handled": CircleCheck,
	other: CircleHelp,
};

/** What can be done about a follow-up. */
export function FollowUpCommands({ busy, isBlank, open, insert, act }: FollowUpCommandsProps) {
	return (
		<div className="space-y-1.5">
			<div className="grid grid-cols-2 gap-1.5">
				<Button look="primary" disabled={busy || isBlank} onClick={insert}>
					<TextCursorInput aria-hidden />
					{i18n.t("followUp.insert")}
				</Button>
				<Button disabled={busy} onClick={open}>
					<MessageSquareText aria-hidden />
					{i18n.t("followUp.open")}
				</Button>
			</div>
			<div className="grid grid-cols-3 gap-1.5">
				<Button size="small" onClick={() => act({ do: "contacted" })}>
					<Check aria-hidden />
					{i18n.t("followUp.done")}
				</Button>
				<Menu
					icon={AlarmClock}
					label={i18n.t("followUp.snooze")}
					labelled
					entries={snoozes.map((snooze) => ({
						icon: snoozeIcons[snooze],
						label: i18n.t(`followUp.until.${snooze}`),
						run: () => act({ do: "snooze", until: snoozedUntil(snooze, Date.now()) }),
					}))}
				/>
				<Menu
					icon={X}
					label={i18n.t("followUp.dismiss")}
					labelled
					entries={dismissReasons.map((because) => ({
						icon: reasonIcons[because],
						label: i18n.t(`followUp.because.${messageKey(because)}`),
						run: () => act({ do: "dismiss", because }),
					}))}
				/>
			</div>
		</div>
	);
}
