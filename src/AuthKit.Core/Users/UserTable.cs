using AuthKit.Records;
using AuthKit.Users.Roles;

namespace AuthKit.Users;

/// <summary>How accounts are kept.</summary>
/// <remarks>
/// No table refers to this one by a foreign key: a host may keep its accounts in a table of its own. Whoever deletes an
/// account ends its sessions.
/// </remarks>
internal static class UserTable
{
    public static readonly Table<User> Rows = new("authkit_users");
    public static readonly Column<Guid> Id = Rows.Id("id", static user => user.Id);
    public static readonly Column<string> Email = Rows.Text("email", 320, static user => user.Email);
    public static readonly Column<string> NormalizedEmail = Rows.ExactText("normalized_email", 320, static user => LoginName.Normalize(user.Email), read: false);
    public static readonly Column<bool> EmailVerified = Rows.Boolean("email_verified", static user => user.EmailVerified);
    public static readonly Column<string?> UserName = Rows.TextOrNull("user_name", 64, static user => user.UserName);
    public static readonly Column<string?> NormalizedUserName = Rows.ExactTextOrNull("normalized_user_name", 64, static user => LoginName.NormalizeOrNull(user.UserName), read: false);
    public static readonly Column<string?> PasswordHash = Rows.TextOrNull("password_hash", 1024, static user => user.PasswordHash).Secret();
    public static readonly Column<string?> Name = Rows.TextOrNull("name", 256, static user => user.Profile.Name).MapsTo("Profile.Name");
    public static readonly Column<string?> GivenName = Rows.TextOrNull("given_name", 256, static user => user.Profile.GivenName).MapsTo("Profile.GivenName");
    public static readonly Column<string?> FamilyName = Rows.TextOrNull("family_name", 256, static user => user.Profile.FamilyName).MapsTo("Profile.FamilyName");
    public static readonly Column<string?> PhoneNumber = Rows.TextOrNull("phone_number", 256, static user => user.Profile.PhoneNumber).MapsTo("Profile.PhoneNumber");
    public static readonly Column<string?> Address = Rows.TextOrNull("address", 1024, static user => user.Profile.Address).MapsTo("Profile.Address");
    public static readonly Column<string?> ContactEmail = Rows.TextOrNull("contact_email", 320, static user => user.Profile.ContactEmail).MapsTo("Profile.ContactEmail");
    public static readonly Column<int> FailedSignIns = Rows.Integer("failed_sign_ins", static user => user.FailedSignIns);
    public static readonly Column<DateTimeOffset?> LastFailedSignIn = Rows.TimeOrNull("last_failed_sign_in", static user => user.LastFailedSignIn);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static user => user.CreatedAt);
    public static readonly Column<long> Revision = Rows.BigInteger("version", static user => user.Version);

    /// <summary>Null, which is 0, in what a node of version 3 wrote.</summary>
    public static readonly Column<int?> CredentialVersion = Rows.IntegerOrNull("credential_version", static user => user.CredentialVersion, since: 4);
    public static readonly Column<DateTimeOffset?> DisabledAt = Rows.TimeOrNull("disabled_at", static user => user.DisabledAt, since: 6);

    public static readonly Column<DateTimeOffset?> EraseAt = Rows.TimeOrNull("erase_at", static user => user.EraseAt, since: 6);

    /// <summary>The names, separated by spaces.</summary>
    public static readonly Column<string?> RoleList = Rows.TextOrNull("roles", RoleNames.MaxLength, static user => RoleNames.Join(user.Roles), since: 6).MapsTo("RoleList");
    public static readonly Column<string?> Fields = Rows.TextOrNull("fields", 4000, static user => user.Fields, since: 6);

    /// <summary>The day, counted from 1970.</summary>
    public static readonly Column<int?> LastSeenOn = Rows.IntegerOrNull("last_seen_on", static user => user.LastSeenOn is { } day ? DayOf(day) : null, since: 6).MapsTo("LastSeenDay");
    public static readonly TableIndex ByEmail;

    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);
    public static readonly TableIndex ByUserName;

    /// <summary>A day, counted from 1970.</summary>
    public static int DayOf(DateOnly day) => day.DayNumber - Epoch.DayNumber;

    static UserTable()
    {
        Rows.KeyedBy(Id);
        ByEmail = Rows.UniqueBy(NormalizedEmail);
        ByUserName = Rows.UniqueBy(NormalizedUserName);
        Rows.FoundBy(CreatedAt, since: 6);
        Rows.FoundBy(LastSeenOn, since: 6);
        Rows.FoundBy(EraseAt, since: 6);
        Rows.OwnedBy(Id);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            Email = row.Get(Email),
            EmailVerified = row.Get(EmailVerified),
            UserName = row.Get(UserName),
            PasswordHash = row.Get(PasswordHash),
            Profile = new()
            {
                Name = row.Get(Name),
                GivenName = row.Get(GivenName),
                FamilyName = row.Get(FamilyName),
                PhoneNumber = row.Get(PhoneNumber),
                Address = row.Get(Address),
                ContactEmail = row.Get(ContactEmail),
            },
            FailedSignIns = row.Get(FailedSignIns),
            LastFailedSignIn = row.Get(LastFailedSignIn),
            CreatedAt = row.Get(CreatedAt),
            Version = row.Get(Revision),
            CredentialVersion = row.Get(CredentialVersion) ?? 0,
            DisabledAt = row.Get(DisabledAt),
            EraseAt = row.Get(EraseAt),
            Roles = RoleNames.Split(row.Get(RoleList)),
            Fields = row.Get(Fields),
            LastSeenOn = row.Get(LastSeenOn) is { } day ? Epoch.AddDays(day) : null,
        });
    }
}
