CREATE TABLE IF NOT EXISTS authkit_tenants (
    alias varchar(64) NOT NULL,
    slot int NOT NULL,
    engine int NOT NULL,
    fingerprint varbinary(32) NOT NULL,
    protected_connection varbinary(8000) NOT NULL,
    created_at datetime(6) NOT NULL,
    CONSTRAINT pk_authkit_tenants PRIMARY KEY (alias),
    UNIQUE INDEX ix_authkit_tenants_slot (slot),
    UNIQUE INDEX ix_authkit_tenants_fingerprint (fingerprint)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
INSERT INTO authkit_schema (version) VALUES (2);
