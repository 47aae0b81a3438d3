using AuthKit.EntityFrameworkCore.Types;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>Accounts. The forms that are compared are columns without a property, written beside the account.</summary>
internal sealed class UserTable(ColumnTypes types) : IEntityTypeConfiguration<User>
{
    public const string NormalizedEmail = nameof(NormalizedEmail);
    public const string NormalizedUserName = nameof(NormalizedUserName);

    public void Configure(EntityTypeBuilder<User> row)
    {
        row.HasTable("authkit_users", nameof(User.Id));
        row.HasColumn(user => user.Id, "id", types.Id);
        row.HasColumn(user => user.Email, "email", types.Text(320));
        row.Property<string>(NormalizedEmail).IsRequired().Is("normalized_email", types.ExactText(320));
        row.HasColumn(user => user.EmailVerified, "email_verified", types.Boolean);
        row.HasColumn(user => user.UserName, "user_name", types.Text(64));
        row.Property<string?>(NormalizedUserName).Is("normalized_user_name", types.ExactText(64));
        row.HasColumn(user => user.PasswordHash, "password_hash", types.Text(1024));
        row.ComplexProperty(user => user.Profile, Configure);
        row.HasColumn(user => user.FailedSignIns, "failed_sign_ins", types.Integer);
        row.HasColumn(user => user.LastFailedSignIn, "last_failed_sign_in", types.Time);
        row.HasColumn(user => user.CreatedAt, "created_at", types.Time);
        row.HasColumn(user => user.Version, "version", types.BigInteger);
        row.HasIndexOver(NormalizedEmail).IsUnique();
        row.HasIndexOver(NormalizedUserName).IsUnique();
    }

    private void Configure(ComplexPropertyBuilder<UserProfile> profile)
    {
        profile.IsRequired();
        profile.Property(of => of.Name).HasColumnName("name").HasColumnType(types.Text(256).Name);
        profile.Property(of => of.GivenName).HasColumnName("given_name").HasColumnType(types.Text(256).Name);
        profile.Property(of => of.FamilyName).HasColumnName("family_name").HasColumnType(types.Text(256).Name);
        profile.Property(of => of.PhoneNumber).HasColumnName("phone_number").HasColumnType(types.Text(256).Name);
        profile.Property(of => of.Address).HasColumnName("address").HasColumnType(types.Text(1024).Name);
        profile.Property(of => of.ContactEmail).HasColumnName("contact_email").HasColumnType(types.Text(320).Name);
    }
}
