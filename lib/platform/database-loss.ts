import { onDatabaseOpened } from "./open-database";
import { databaseMadeValue } from "./storage";

/**
 * Calls `listener` when the database had to be made although there has been one. A mark beside the settings remembers
 * that, which the browser stores elsewhere: it has been known to lose the one and keep the other.
 */
export function onDatabaseLost(listener: () => Promise<void>): void {
	onDatabaseOpened(({ made, again }) => {
		void (async () => {
			const marked = (await databaseMadeValue.get()) === true;
			if (!marked) await databaseMadeValue.set(true);
			if (made && (marked || again)) await listener();
		})().catch(() => undefined);
	});
}
