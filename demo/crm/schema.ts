import type { Database } from "./database";

export const schemaName = "chatside_demo";

/**
 * `search_text` holds what a row can be found by, lower case and without accents (see search-text.ts): it needs no
 * extension of PostgreSQL. A phone can belong to several customers, and a customer can have several phones.
 */
const tables = `
	CREATE SCHEMA IF NOT EXISTS ${schemaName};

	CREATE TABLE IF NOT EXISTS stores (
		id   integer PRIMARY KEY,
		name text NOT NULL,
		city text NOT NULL
	);

	CREATE TABLE IF NOT EXISTS products (
		id          integer PRIMARY KEY,
		sku         text NOT NULL UNIQUE,
		name        text NOT NULL,
		category    text NOT NULL,
		price       numeric(12, 2) NOT NULL,
		currency    char(3) NOT NULL,
		stock       integer NOT NULL,
		search_text text NOT NULL
	);

	CREATE TABLE IF NOT EXISTS product_variants (
		sku        text PRIMARY KEY,
		product_id integer NOT NULL REFERENCES products,
		position   integer NOT NULL,
		name       text NOT NULL,
		stock      integer NOT NULL
	);
	CREATE INDEX IF NOT EXISTS product_variants_product ON product_variants (product_id);

	CREATE TABLE IF NOT EXISTS customers (
		id                 integer PRIMARY KEY,
		name               text NOT NULL,
		email              text NOT NULL,
		state              text NOT NULL CHECK (state IN ('vip', 'active', 'new', 'blocked')),
		currency           char(3) NOT NULL,
		tags               text[] NOT NULL,
		notes              text,
		address            text,
		created_at         timestamptz NOT NULL,
		loyalty_points     integer NOT NULL,
		birthday           date,
		account_manager    text,
		instagram          text,
		last_campaigns     text[] NOT NULL,
		preferred_store_id integer REFERENCES stores,
		search_text        text NOT NULL
	);

	CREATE TABLE IF NOT EXISTS customer_phones (
		customer_id integer NOT NULL REFERENCES customers,
		phone       text NOT NULL,
		is_primary  boolean NOT NULL,
		PRIMARY KEY (customer_id, phone)
	);
	CREATE INDEX IF NOT EXISTS customer_phones_phone ON customer_phones (phone);
	CREATE UNIQUE INDEX IF NOT EXISTS customer_phones_primary ON customer_phones (customer_id) WHERE is_primary;

	CREATE TABLE IF NOT EXISTS orders (
		id             integer PRIMARY KEY,
		name           text NOT NULL UNIQUE,
		customer_id    integer NOT NULL REFERENCES customers,
		placed_at      timestamptz NOT NULL,
		state          text NOT NULL CHECK (state IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded')),
		currency       char(3) NOT NULL,
		amount         numeric(12, 2) NOT NULL,
		discount       numeric(12, 2) NOT NULL,
		refunded       numeric(12, 2) NOT NULL CHECK (refunded <= amount),
		payment_method text NOT NULL
	);
	CREATE INDEX IF NOT EXISTS orders_customer ON orders (customer_id);

	CREATE TABLE IF NOT EXISTS order_items (
		order_id   integer NOT NULL REFERENCES orders,
		line       integer NOT NULL,
		product_id integer NOT NULL REFERENCES products,
		quantity   integer NOT NULL CHECK (quantity > 0),
		price      numeric(12, 2) NOT NULL,
		PRIMARY KEY (order_id, line)
	);

	CREATE TABLE IF NOT EXISTS shipments (
		number   text PRIMARY KEY,
		order_id integer NOT NULL REFERENCES orders,
		carrier  text NOT NULL,
		status   text NOT NULL
	);
	CREATE INDEX IF NOT EXISTS shipments_order ON shipments (order_id);

	CREATE TABLE IF NOT EXISTS order_notes (
		id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
		order_id   integer NOT NULL REFERENCES orders,
		note       text NOT NULL,
		written_at timestamptz NOT NULL
	);
	CREATE INDEX IF NOT EXISTS order_notes_order ON order_notes (order_id);

	CREATE TABLE IF NOT EXISTS carts (
		id           integer PRIMARY KEY,
		customer_id  integer NOT NULL REFERENCES customers,
		abandoned_at timestamptz NOT NULL
	);
	CREATE INDEX IF NOT EXISTS carts_customer ON carts (customer_id);

	CREATE TABLE IF NOT EXISTS cart_items (
		cart_id    integer NOT NULL REFERENCES carts,
		line       integer NOT NULL,
		product_id integer NOT NULL REFERENCES products,
		quantity   integer NOT NULL CHECK (quantity > 0),
		price      numeric(12, 2) NOT NULL,
		PRIMARY KEY (cart_id, line)
	);
`;

/**
 * Creates what is missing and leaves what exists. In PostgreSQL two `CREATE … IF NOT EXISTS` at the same moment can
 * collide: the lock (any number that others do not use) makes processes that start together take turns.
 */
export async function createTables(database: Database): Promise<void> {
	await database.query(`DO $$ BEGIN PERFORM pg_advisory_xact_lock(7120345); ${tables} END $$`);
}
