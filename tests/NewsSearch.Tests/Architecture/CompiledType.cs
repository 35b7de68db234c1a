namespace NewsSearch.Tests.Architecture;

/// <summary>A type of the product as the compiler left it, with all types nested in it.</summary>
/// <param name="Uses">Full names of other outermost types: of fields, signatures, attributes, bodies, bases. Constants leave no
/// trace.</param>
/// <param name="Libraries">Namespaces of packages that it uses.</param>
internal sealed record CompiledType(string Name, string Folder, IReadOnlySet<string> Uses, IReadOnlySet<string> Libraries);
