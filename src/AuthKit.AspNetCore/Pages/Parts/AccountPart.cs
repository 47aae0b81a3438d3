using AuthKit.Pages.Texts;

namespace AuthKit.Pages.Parts;

/// <summary>
/// A part of the account page, where owners see to their account themselves; a feature adds it (<see cref="Features.Feature.AccountParts"/>). It says what
/// is to be seen and asked, and the page writes the HTML, keeps others' forms out, and asks for a proof of who somebody is where a flow wants one.
/// One instance serves all requests.
/// </summary>
public abstract class AccountPart
{
    /// <summary>A part of this name.</summary>
    /// <param name="name">By which it is found in the page's address: lower-case words joined by hyphens.</param>
    protected AccountPart(string name) => Name = name;

    /// <summary>Its name; of two that share it, the one added first counts.</summary>
    public string Name { get; }

    /// <summary>Its heading, which leads to it from the list of parts.</summary>
    public abstract string TitleOf(PageTexts texts);

    /// <summary>What it is for, in a sentence.</summary>
    public abstract string LeadOf(PageTexts texts);

    /// <summary>What is to be seen and asked now.</summary>
    public abstract Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken);

    /// <summary>Does what a form of the part's asks for. Where a flow fails with <see cref="Fault.ProofRequired"/>, it is called again once the proof is there.</summary>
    /// <param name="action">See <see cref="PartForm.Action"/>.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken) => Task.FromResult(PartAnswer.Failed(new(Fault.NotFound)));

    /// <summary>What is said above the part once something was done; null for nothing.</summary>
    public virtual string? DoneOf(string action, PageTexts texts) => null;

    /// <summary>What is said of a failure that no field explains; null for what the pages say of it.</summary>
    public virtual string? FailureOf(Fault fault, PageTexts texts) => null;

    /// <summary>The field beside which that is said; null where it is about none.</summary>
    public virtual string? FieldOf(Fault fault) => null;
}
