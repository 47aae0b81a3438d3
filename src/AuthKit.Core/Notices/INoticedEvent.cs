using AuthKit.Events;
using AuthKit.Mail;

namespace AuthKit.Notices;

/// <summary>An event that an account's owner is told of by mail, where the host has not turned that off (<see cref="NoticeOptions.Credentials"/>): an <see cref="AuthEvent"/> of a feature's that names account and tenant.</summary>
public interface INoticedEvent
{
    /// <summary>What was done; null where the owner need not be told.</summary>
    NoticeKind? Notice { get; }
}
