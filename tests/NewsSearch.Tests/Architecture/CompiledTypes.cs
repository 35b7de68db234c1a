using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NewsSearch.Tests.Architecture;

/// <summary>Reads the types of the product's assemblies and what each of them uses.</summary>
/// <remarks>Compiled types rather than source text: a name written out in full cannot evade them.</remarks>
internal static class CompiledTypes
{
    private static readonly string[] Assemblies =
        ["NewsIndex", "Networks", "Recognition", "Enrichment", "Indexer", "SearchService", "SearchCli", "NewsSearch.Client", "CommandLines",
        "QuickStart"];

    public static IReadOnlyList<CompiledType> All { get; } = Read();

    private static List<CompiledType> Read()
    {
        var types = new List<CompiledType>();
        foreach (var name in Assemblies)
        {
            var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            if (!File.Exists(path))
                continue;
            using var assembly = AssemblyDefinition.ReadAssembly(path);
            types.AddRange(assembly.MainModule.Types.Where(IsWritten).Select(Read));
        }

        return types;
    }

    /// <summary>
    /// Compilers and generators add types of their own: closures at the top level, protobuf messages, top-level programs.
    /// </summary>
    private static bool IsWritten(TypeDefinition type) =>
        type.Namespace.Length > 0 && !type.Namespace.StartsWith("__", StringComparison.Ordinal)
        && !type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal)
        && !type.Namespace.StartsWith("System", StringComparison.Ordinal) && !type.Namespace.EndsWith(".V1", StringComparison.Ordinal);

    private static CompiledType Read(TypeDefinition type)
    {
        var used = new HashSet<TypeReference>();
        Collect(type, used);
        var outermost = used.SelectMany(Parts).Select(Outermost).Where(each => each.FullName != type.FullName).ToList();
        return new CompiledType(
            type.FullName,
            type.Namespace,
            outermost.Where(IsOurs).Select(each => each.FullName).ToHashSet(),
            outermost.Where(each => !IsOurs(each)).Select(each => each.Namespace).ToHashSet());
    }

    private static bool IsOurs(TypeReference type) => Assemblies.Contains(Path.GetFileNameWithoutExtension(type.Scope.Name));

    private static void Collect(TypeDefinition type, HashSet<TypeReference> used)
    {
        used.Add(type.BaseType ?? type);
        used.UnionWith(type.Interfaces.Select(each => each.InterfaceType));
        used.UnionWith(type.Fields.Select(field => field.FieldType));
        used.UnionWith(type.Properties.Select(property => property.PropertyType));
        used.UnionWith(AttributesOf(type).Concat(type.Fields.SelectMany(AttributesOf)).Concat(type.Properties.SelectMany(AttributesOf)));
        foreach (var method in type.Methods)
        {
            used.Add(method.ReturnType);
            used.UnionWith(method.Parameters.Select(parameter => parameter.ParameterType));
            used.UnionWith(AttributesOf(method));
            if (method.HasBody)
                Collect(method.Body, used);
        }

        foreach (var nested in type.NestedTypes)
            Collect(nested, used);
    }

    private static void Collect(MethodBody body, HashSet<TypeReference> used)
    {
        used.UnionWith(body.Variables.Select(variable => variable.VariableType));
        used.UnionWith(body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>());
        foreach (var instruction in body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type:
                    used.Add(type);
                    break;
                case GenericInstanceMethod method:
                    used.UnionWith(method.GenericArguments);
                    used.Add(method.DeclaringType);
                    used.Add(method.ReturnType);
                    break;
                case MemberReference member:
                    used.Add(member.DeclaringType);
                    break;
            }
        }
    }

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    /// <summary>The type itself, what it is an array or reference of, and the arguments of generic types.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
